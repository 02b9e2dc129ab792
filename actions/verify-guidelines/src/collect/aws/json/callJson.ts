import type { STSClient } from '@aws-sdk/client-sts';
import type { SideReading } from '../../sideAccess';
import { sts } from '../clients';
import { type JsonService, jsonRequest } from './jsonRequest';
import { type JsonAnswer, jsonError, typeOfError } from './jsonError';

/** An operation with its input, as the API writes both. */
export interface JsonCall {
  service: JsonService;
  operation: string;
  input: object;
}

/**
 * Calls an operation of a service for which there is no client of the SDK that shares the others' core. Credentials,
 * signature, connections and repetitions are those of the side's other clients
 * (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
 *
 * @throws Error with `name` and `$metadata` as clients of the SDK throw it
 */
export async function callJson<Output>(
  { service, operation, input }: JsonCall,
  { aws }: SideReading,
  abortSignal: AbortSignal,
): Promise<Output> {
  const { region, customUserAgent: userAgent } = aws;
  const { client } = await sts({ aws });
  const { requestHandler, signer: signerFor } = client.config;
  const request = jsonRequest(service, { operation, input, region, userAgent });
  return repeated(aws, abortSignal, async () => {
    // The client remembers for what its signer was made first, so that it is made for the client's own service.
    const signer = await signerFor({
      name: 'sigv4',
      signingName: 'sts',
      signingRegion: region,
      properties: {},
    });
    const signed = await signer.sign(request, {
      signingService: service.name,
      signingRegion: region,
    });
    return send<Output>(signed, requestHandler, abortSignal);
  });
}

/** Does the work until it is done, or the side's strategy says that nobody tries again. */
async function repeated<Output>(
  { retryStrategy }: SideReading['aws'],
  abortSignal: AbortSignal,
  work: () => Promise<Output>,
): Promise<Output> {
  let token = await retryStrategy.acquireInitialRetryToken();
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      const error = thrown as Error & { cause?: Error };
      if (abortSignal.aborted) throw error;
      const errorType = typeOfError(error);
      token = await retryStrategy
        .refreshRetryTokenForRetry(token, { errorType, error })
        // What went wrong tells more than that nobody tries again.
        .catch(() => Promise.reject(error));
    }
  }
}

type Handler = STSClient['config']['requestHandler'];

async function send<Output>(
  request: Parameters<Handler['handle']>[0],
  handler: Handler,
  abortSignal: AbortSignal,
): Promise<Output> {
  const { response } = await handler.handle(request, { abortSignal });
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
  }
  const { statusCode, headers } = response;
  const answer: JsonAnswer = {
    ...{ statusCode, headers },
    text: Buffer.concat(chunks).toString(),
  };
  if (statusCode >= 300) throw jsonError(answer);
  return JSON.parse(answer.text) as Output;
}
