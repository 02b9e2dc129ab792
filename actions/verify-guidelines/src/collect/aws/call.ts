import {
  awsErrorCode,
  explainAwsError,
} from '@scalardl-on-eks/action-toolkit/aws';
import type { SideReading, SideTarget } from '../sideAccess';

/** What a call is, for a message: the action as IAM writes it, and what it is about. */
export interface Call {
  action: string;
  /** Such as `of vpc-1`. */
  about?: string;
}

/** What every call of the SDK is sent with. */
export interface SendOptions {
  abortSignal: AbortSignal;
}

/**
 * Calls AWS.
 *
 * @throws AwsCallError that says which call failed, why, and what to change
 */
export async function call<T>(
  { target, signal }: SideReading,
  { action, about }: Call,
  send: (options: SendOptions) => Promise<T>,
): Promise<T> {
  try {
    return await send({ abortSignal: signal });
  } catch (error) {
    throw explainAwsError(error, {
      call: about ? `${action} ${about}` : action,
      as: describe(target),
    });
  }
}

const NAMES = { ledger: 'Ledger', auditor: 'Auditor' } as const;

function describe({ side, aws: { profile, roleArn, region } }: SideTarget) {
  const whose = [
    profile && `profile ${profile}`,
    roleArn && `role ${roleArn}`,
    region,
  ].filter(Boolean);
  return `the ${NAMES[side]}'s credentials (${whose.join(', ')})`;
}

export interface Listing<Page, Item> extends Call {
  /** A paginator of the SDK. */
  pages(options: SendOptions): AsyncIterable<Page>;
  items(page: Page): readonly Item[] | undefined;
}

/**
 * Reads every page of a listing.
 *
 * @throws AwsCallError
 */
export function list<Page, Item>(
  access: SideReading,
  { pages, items, ...about }: Listing<Page, Item>,
): Promise<Item[]> {
  return call(access, about, async options => {
    const all: Item[] = [];
    for await (const page of pages(options)) all.push(...(items(page) ?? []));
    return all;
  });
}

/** AWS's code of an error, also of one that was explained to a person. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return awsErrorCode(error) ?? codeOf(error.cause);
}

/** What a call gives, or `undefined` where AWS answers with this code. */
export async function unless<T>(
  code: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === code) return undefined;
    throw error;
  }
}
