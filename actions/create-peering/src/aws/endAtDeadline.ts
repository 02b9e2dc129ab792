import type { STSClientConfig } from '@aws-sdk/client-sts';
import type { Deadline } from '@scalardl-on-eks/action-toolkit';

type ClientExtension = NonNullable<STSClientConfig['extensions']>[number];

/** What every client of the SDK lets an extension change. */
type HttpSettings = Pick<
  Parameters<ClientExtension['configure']>[0],
  'httpHandler' | 'setHttpHandler'
>;

/** A call that starts after the deadline, to read back what was done, still gets this long, in milliseconds. */
const AFTERWARDS = 5_000;

/**
 * Keeps a client's calls from outliving the deadline, whether no answer comes or only the beginning of one. The SDK's
 * own timeout of a request is the same for every call and ends where the answer begins.
 */
export function endAtDeadline({ at }: Pick<Deadline, 'at'>) {
  return {
    configure(client: HttpSettings): void {
      const handler = client.httpHandler();
      const handle = handler.handle.bind(handler);
      handler.handle = (request, options) => {
        const left = at - Date.now();
        // A timer may be a millisecond early.
        const until = left > 0 ? left + 1 : AFTERWARDS;
        const abortSignal = AbortSignal.timeout(until);
        return handle(request, { ...options, abortSignal });
      };
      client.setHttpHandler(handler);
    },
  };
}
