import { type Directive, plainZone } from './corefile';
import { isWithin } from './nameEnd';

/** What a plugin `hosts` says of a name. */
export type InHosts =
  | { kind: 'untouched' }
  | { kind: 'addresses'; addresses: string[] }
  /** It is the last that is asked, and has no such name. */
  | { kind: 'nothing' }
  /** A file that only the server sees may hold it. */
  | { kind: 'unclear' };

const ENTRY = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]*)$/i;

/** Looks a name up in `hosts [FILE [ZONES…]] { … }` (https://coredns.io/plugins/hosts/). */
export function inHosts({ args, block }: Directive, name: string): InHosts {
  const [file, ...zones] = args;
  if (zones.length > 0 && !zones.some(zone => isWithin(name, plainZone(zone))))
    return { kind: 'untouched' };
  const addresses = block
    .filter(([first = '']) => ENTRY.test(first))
    .filter(([, ...hosts]) => hosts.map(plainZone).includes(name))
    .map(([address = '']) => address);
  if (file !== undefined) return { kind: 'unclear' };
  if (addresses.length > 0) return { kind: 'addresses', addresses };
  const fallthrough = block.find(([first]) => first === 'fallthrough');
  if (!fallthrough) return { kind: 'nothing' };
  const [, ...through] = fallthrough;
  return through.length === 0 ||
    through.some(zone => isWithin(name, plainZone(zone)))
    ? { kind: 'untouched' }
    : { kind: 'nothing' };
}
