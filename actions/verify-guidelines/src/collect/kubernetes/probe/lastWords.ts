/** Long enough to say why a connection failed. */
const LONGEST = 300;

/** How Go begins what it says of a program that it has to stop. */
const CRASH = /^(?:panic|fatal error|runtime)\b/;

/** What gRPC for Go logs of a connection that failed. */
const CAUSE = /\bdesc = "((?:[^"\\]|\\.)*)"/;

/**
 * What `grpc_health_probe` says in the end, in one line: its last line, and after it why its connection failed, where
 * gRPC logged that before.
 *
 * @param message - the end of what its container wrote, as the kubelet keeps it
 */
export function lastWords(message = ''): string {
  const lines = message
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const crash = lines.find(line => CRASH.test(line));
  const last = lines.pop() ?? '';
  if (crash !== undefined) return oneLine(crash);
  const cause = lines.map(line => CAUSE.exec(line)?.[1]).findLast(Boolean);
  return oneLine(cause ? `${last} (${cause.replaceAll('\\"', '"')})` : last);
}

/** The text in one line of at most 300 characters, without what no terminal should be sent. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
