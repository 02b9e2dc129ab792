import { type Directive, plainZone } from './corefile';
import { isWithin } from './nameEnd';

/** Plugins that never change which addresses a name has. */
const HARMLESS = new Set(
  'any autopath bind bufsize cache cancel chaos debug dnssec dnstap errors header health local log loadbalance loop metadata minimal multisocket nsid pprof prometheus quic ready reload root sign timeouts tls trace transfer tsig'.split(
    ' ',
  ),
);

/** Plugins that answer for the zones they name, with the number of words before these. */
const ZONED: Readonly<Record<string, number>> = {
  acl: 0,
  auto: 0,
  erratic: 0,
  etcd: 0,
  file: 1,
  k8s_external: 0,
  kubernetes: 0,
  secondary: 0,
  whoami: 0,
};

/** Plugins that are asked one by one, each in its own way. */
export const FOLLOWED = ['forward', 'hosts', 'kubernetes', 'rewrite'];

/** Whether a plugin that is not followed may answer for a name, or change what is answered. */
export function mayTouch(directive: Directive, name: string): boolean {
  const { name: plugin } = directive;
  if (HARMLESS.has(plugin)) return false;
  if (plugin === 'template') return templateTouches(directive, name);
  return answersFor(directive, name);
}

/** Whether a plugin answers for a name by the zones that it names; without zones for all of its block. */
export function answersFor({ name: plugin, args }: Directive, name: string) {
  const before = ZONED[plugin];
  const zones = before === undefined ? [] : args.slice(before);
  return (
    zones.length === 0 || zones.some(zone => isWithin(name, plainZone(zone)))
  );
}

/** `template CLASS TYPE [ZONE…] { … }` (https://coredns.io/plugins/template/). */
function templateTouches({ args, block }: Directive, name: string): boolean {
  const [, type = 'ANY', ...zones] = args;
  const asked = type.toUpperCase();
  const within =
    zones.length === 0 || zones.some(zone => isWithin(name, plainZone(zone)));
  if (!within) return false;
  // Usual where IPv6 is not wanted: only that there is no such address is said.
  if (asked === 'AAAA') return block.some(([first]) => first === 'answer');
  return ['ANY', 'A', 'CNAME'].includes(asked);
}

/** The line that sends a name on, by `forward FROM TO… { except … }` (https://coredns.io/plugins/forward/). */
export function forwardOf(
  directives: readonly Directive[],
  name: string,
): Directive | undefined {
  return directives.find(({ name: plugin, args, block }) => {
    const excepted = block
      .filter(([first]) => first === 'except')
      .flatMap(([, ...names]) => names);
    return (
      plugin === 'forward' &&
      isWithin(name, plainZone(args[0] ?? '')) &&
      !excepted.some(zone => isWithin(name, plainZone(zone)))
    );
  });
}
