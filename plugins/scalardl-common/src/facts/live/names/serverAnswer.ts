import { type Directive, type ServerBlock, parseCorefile } from './corefile';
import { inHosts } from './corefileHosts';
import { type Title, titleIn } from './corefileLine';
import { FOLLOWED, answersFor, forwardOf, mayTouch } from './corefilePlugins';
import { rewriteOf } from './corefileRewrite';
import { type NameEnd, isWithin } from './nameEnd';

/** What a name server of the cluster does with a question. */
export type ServerAnswer = {
  /** The name that was asked for in the end, which a line may have changed. */
  name: string;
  /** Lines that decided. */
  by: string[];
} & (
  | { kind: 'ends'; leads: NameEnd['leads'][] }
  /** It is a name of the cluster itself. */
  | { kind: 'own' }
  /** Others are asked: addresses, or files of the node. */
  | { kind: 'forwarded'; servers: string[]; line: string }
);

/** @param place - the object that holds the Corefile, such as `ConfigMap kube-system/coredns` */
export function serverAnswer(
  name: string,
  { corefile, place }: { corefile: string; place: string },
): ServerAnswer {
  const title = titleIn(place);
  try {
    const block = blockFor(name, parseCorefile(corefile));
    return block
      ? answerOf(name, block, title)
      : unclear(
          name,
          [],
          `no block of the Corefile in ${place} is for ${name}`,
        );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unclear(name, [], `${place}: ${reason}`);
  }
}

/** The most specific one, as CoreDNS chooses. */
function blockFor(
  name: string,
  blocks: readonly ServerBlock[],
): ServerBlock | undefined {
  const [longest] = blocks
    .flatMap(block => block.zones.map(zone => ({ block, zone })))
    .filter(({ zone }) => isWithin(name, zone))
    .sort((one, other) => other.zone.length - one.zone.length);
  return longest?.block;
}

function unclear(name: string, by: string[], why: string): ServerAnswer {
  return { kind: 'ends', name, by, leads: [{ to: 'unread', why }] };
}

/** Plugins are asked in the order in which CoreDNS was built with them, not in that of the lines. */
function answerOf(
  asked: string,
  { directives }: ServerBlock,
  title: Title,
): ServerAnswer {
  const { name, by, unclear: rewrite } = rewritten(asked, directives, title);
  const may = (line: Directive) =>
    unclear(
      name,
      by,
      `${title(line)} may lead ${name} elsewhere, which only that server can tell`,
    );
  if (rewrite) return may(rewrite);
  const others = directives.filter(one => !FOLLOWED.includes(one.name));
  const touching = others.find(one => mayTouch(one, name));
  if (touching) return may(touching);
  const own = directives.find(
    one => one.name === 'kubernetes' && answersFor(one, name),
  );
  for (const hosts of directives.filter(one => one.name === 'hosts')) {
    const found = inHosts(hosts, name);
    if (found.kind === 'unclear') return may(hosts);
    if (found.kind === 'addresses') {
      const leads = found.addresses.map(address => ({
        to: 'address' as const,
        address,
      }));
      return { kind: 'ends', name, by: [...by, title(hosts)], leads };
    }
    if (found.kind === 'nothing') {
      const why = `${title(hosts)} has no ${name}, and lets nobody else answer`;
      return { kind: 'ends', name, by, leads: [{ to: 'nothing', why }] };
    }
  }
  if (own) return { kind: 'own', name, by };
  const forward = forwardOf(directives, name);
  if (!forward)
    return unclear(name, by, `no line of the Corefile says who knows ${name}`);
  const [, ...servers] = forward.args;
  return { kind: 'forwarded', name, by, servers, line: title(forward) };
}

interface Rewriting {
  name: string;
  by: string[];
  unclear?: Directive;
}

function rewritten(
  asked: string,
  directives: readonly Directive[],
  title: Title,
): Rewriting {
  const state: Rewriting = { name: asked, by: [] };
  for (const line of directives.filter(one => one.name === 'rewrite')) {
    const found = rewriteOf(line, state.name);
    if (found.kind === 'unclear') return { ...state, unclear: line };
    if (found.kind === 'renamed') {
      state.name = found.name;
      state.by = [...state.by, title(line)];
      if (!found.on) return state;
    }
  }
  return state;
}
