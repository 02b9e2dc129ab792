import type { LiveProbe } from '../../facts/live/probe';
import type { Subject } from '../../report/report';

/** Go ends a program that it must stop with 2, too. */
const CRASH = /^(?:panic|fatal error|runtime)\b/;

type Judgement = Pick<Subject, 'verdict'> & { detail: string };

/**
 * What the end of `grpc_health_probe` means
 * (https://github.com/grpc-ecosystem/grpc-health-probe/blob/v0.4.40/main.go).
 *
 * @param reservation - why a connection that fails says nothing of the product, where something does
 */
export function probeSubject(probe: LiveProbe, reservation?: string): Subject {
  const { verdict, detail } = judge(probe, reservation);
  const said = probe.message ? `: ${probe.message}` : '';
  return {
    id: probe.id,
    verdict,
    detail: `${probe.id} ${detail}${said}${tlsNote(probe)}`,
  };
}

function judge(probe: LiveProbe, reservation: string | undefined): Judgement {
  const { exitCode, message } = probe;
  if (CRASH.test(message))
    return { verdict: 'unknown', detail: 'was not asked' };
  switch (exitCode) {
    case 0:
      return { verdict: 'pass', detail: 'is serving' };
    case 2:
      return reservation === undefined
        ? { verdict: 'fail', detail: 'takes no connection' }
        : {
            verdict: 'unknown',
            detail: `takes no connection, but ${reservation}`,
          };
    case 3:
      return judgeCall(message);
    case 4:
      return { verdict: 'fail', detail: 'is not serving' };
    default:
      return { verdict: 'unknown', detail: 'was not asked' };
  }
}

const UNIMPLEMENTED = /does not implement the grpc health protocol/;
const LATE = /^timeout: health rpc/;

function judgeCall(message: string): Judgement {
  if (UNIMPLEMENTED.test(message)) {
    return {
      verdict: 'unknown',
      detail: 'speaks gRPC and has no health service, so nobody can tell',
    };
  }
  const code = LATE.test(message)
    ? 'DeadlineExceeded'
    : /\bcode = (\w+)/.exec(message)?.[1];
  return {
    verdict: 'fail',
    detail: `answers with ${code ?? 'an error'}`,
  };
}

function tlsNote({ tls, unverified }: LiveProbe): string {
  switch (tls) {
    case 'verified':
      return ' (TLS, certificate verified)';
    case 'unverified':
      return ` (TLS, certificate not verified, because ${unverified})`;
    default:
      return ' (clear text)';
  }
}
