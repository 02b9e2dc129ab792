import { act } from './act/act.ts';
import { actionlint } from './actionlint/actionlint.ts';
import { awscli } from './awscli/awscli.ts';
import { cachedExecutable } from './cache.ts';
import { chromium } from './chromium/chromium.ts';
import { eksctl } from './eksctl/eksctl.ts';
import { grpcHealthProbe } from './grpc-health-probe/grpcHealthProbe.ts';
import { hardeneks } from './hardeneks/hardeneks.ts';
import { helm } from './helm/helm.ts';
import { kubectl } from './kubectl/kubectl.ts';
import { kubernetes } from './kubernetes/kubernetes.ts';
import { kwok } from './kwok/kwok.ts';
import { moto } from './moto/moto.ts';
import { prepare } from './prepare.ts';
import type { Recipe, Search } from './recipe.ts';
import { shellcheck } from './shellcheck/shellcheck.ts';
import { zizmor } from './zizmor/zizmor.ts';

const TOOLS = {
  eksctl,
  helm,
  actionlint,
  shellcheck,
  zizmor,
  moto,
  kubernetes,
  kwok,
  'grpc-health-probe': grpcHealthProbe,
  act,
  awscli,
  kubectl,
  chromium,
  hardeneks,
} satisfies Record<string, Recipe | Search>;

export type ToolName = keyof typeof TOOLS;

export const TOOL_NAMES = Object.keys(TOOLS) as ToolName[];

/** Those that tests run; the others are prepared by the benchmark that needs them. */
export const TEST_TOOL_NAMES = TOOL_NAMES.filter(name => name !== 'hardeneks');

/** A real tool that the tests run; `version` is missing where the machine's own one is used. */
export type Tool =
  { ok: true; path: string; version?: string } | { ok: false; reason: string };

const prepared = new Map<ToolName, Promise<Tool>>();

/** The tool, built or fetched where the cache does not hold it; the reason where it cannot be had. */
export function tool(name: ToolName): Promise<Tool> {
  const known = prepared.get(name) ?? prepareTool(name);
  prepared.set(name, known);
  return known;
}

async function prepareTool(name: ToolName): Promise<Tool> {
  const how: Recipe | Search = TOOLS[name];
  if ('find' in how) return search(how);
  try {
    return { ok: true, path: await prepare(name, how), version: how.version };
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

/** The tool where it is there already, without any work; `undefined` where it would have to be prepared. */
export function toolAtHand(name: ToolName): Tool | undefined {
  const how: Recipe | Search = TOOLS[name];
  if ('find' in how) return search(how);
  const path = cachedExecutable(name, how);
  return path ? { ok: true, path, version: how.version } : undefined;
}

function search(how: Search): Tool {
  const found = how.find();
  return 'path' in found
    ? { ok: true, path: found.path }
    : { ok: false, reason: found.reason };
}
