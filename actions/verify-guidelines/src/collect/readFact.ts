import {
  type Fact,
  type SideLiveFacts,
  interrupted,
  read,
  unreadable,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { AnyCollector } from './collector';
import { EndedError, abortable, endAt } from './ending';
import type { SideAccess } from './sideAccess';
import { readsOf, sourceOf } from './source';

interface Reading {
  access: SideAccess;
  given: SideLiveFacts;
  /** Milliseconds. */
  patience: number;
}

/** What a collector reads, once what it needs was tried; it never fails. */
export async function readFact(
  collector: AnyCollector,
  { access, given, patience }: Reading,
): Promise<Fact<unknown>> {
  for (const name of collector.needs ?? []) {
    const need = given[name];
    if (!need.ok) return need;
  }
  const at = Math.min(Date.now() + patience, access.deadline.at);
  const end = endAt(at, access.signal);
  const own = {
    ...access,
    signal: end.signal,
    deadline: { ...access.deadline, at, signal: end.signal },
  };
  try {
    const work = collector.collect(own, given);
    const value = await abortable(work, end.signal);
    return read(value, sourceOf(collector, { access, given }));
  } catch (error) {
    if (error instanceof EndedError) {
      return interrupted(
        `${readsOf(collector)} did not answer within ${patience / 1_000} seconds`,
      );
    }
    return isCut(error)
      ? interrupted(reasonOf(error))
      : unreadable(reasonOf(error));
  } finally {
    end.clear();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the operating system calls a connection that the other end closed; a refused one never began. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

function isCut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && CUT.has(code)) || isCut(error.cause);
}
