import {
  type BuiltAction,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import type { SoakWorld } from '../../../soak/soakCase.ts';
import { type Tool, tool } from '../../../tools/tool.ts';
import { EksctlBed } from '../eksctlBed.ts';

/** Bundled once for all cases. */
let built: Promise<BuiltAction> | undefined;

/** The bed of a soak test's world, with the action and eksctl. */
export async function bedIn({
  testbed,
  directory,
}: SoakWorld): Promise<EksctlBed> {
  built ??= buildAction('run-eksctl');
  const [action, { path: eksctl }] = await Promise.all([built, eksctlAtHand()]);
  return EksctlBed.on({ testbed, action, eksctl, directory });
}

/** @throws Error that says why there is no eksctl */
export async function eksctlAtHand(): Promise<Extract<Tool, { ok: true }>> {
  const found = await tool('eksctl');
  if (!found.ok) throw new Error(`eksctl: ${found.reason}`);
  return found;
}

/** Removes the bundle. */
export async function end(): Promise<void> {
  await (await built)?.remove();
}
