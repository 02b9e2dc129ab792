import type { ClientRequest } from 'node:http';

/** Milliseconds for which silence is borne. */
export interface Patience {
  /** Of a host that takes no connection, such as an endpoint in a network that cannot be reached. */
  connection: number;
  /** Of one that took it, and may be busy: no longer than the API's own time-out. */
  answer: number;
}

export const PATIENCE: Patience = { connection: 10_000, answer: 60_000 };

/**
 * Ends a call that meets silence, and says which kind.
 *
 * @param call - made with `patience.connection` as its `timeout`, which alone counts while it connects
 */
export function limitSilence(call: ClientRequest, patience: Patience): void {
  let silence = `no connection in ${patience.connection / 1_000} seconds`;
  const waitForAnswer = () => {
    silence = `no answer in ${patience.answer / 1_000} seconds`;
    call.setTimeout(patience.answer);
  };
  call.once('socket', socket => {
    if (socket.connecting) socket.once('connect', waitForAnswer);
    else waitForAnswer();
  });
  call.on('timeout', () => call.destroy(new Error(silence)));
}
