import { createHash } from 'node:crypto';
import type {
  Environment,
  Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideModel } from '../side/sideModel';
import { CHARTS } from '../values/charts';
import { facts } from './facts';
import { code, mermaid, Quoted, shellWord } from './quote';
import { secretList } from './secretList';

/** What a template sees as `it`. */
export interface TemplateView {
  environment: Environment;
  ledger: SideModel;
  auditor: SideModel;
  charts: typeof CHARTS;
  /** `runs-on` of the jobs that reach the Kubernetes API. */
  runsOn: Quoted;
  /** The same labels as patterns for actionlint. */
  runnerLabelPatterns: string[];
  /** Whether this project's own actions are named by tag rather than by commit. */
  actionsByTag: boolean;
  /** A time of day that spreads environments over the small hours, as a cron expression in UTC. */
  dailyCron: string;
  /** `uses:` of one of this project's actions. */
  uses(action: string): string;
  hmac: boolean;
  byol: boolean;
  /** Rows of the README's table: a title, and what a side says about it. */
  facts: typeof facts;
  /** `runs-on` labels for a sentence. */
  runnerLabels: Quoted;
  secretList(model: SideModel): string;
  code: typeof code;
  mermaidId(side: Side): Quoted;
  mermaid: typeof mermaid;
  shell: typeof shellWord;
}

export function templateView(
  environment: Environment,
  sides: { ledger: SideModel; auditor: SideModel },
): TemplateView {
  const { actions, runners, authentication, licensing } = environment.spec;
  return {
    environment,
    ...sides,
    charts: CHARTS,
    runsOn: runsOn(runners.labels),
    runnerLabelPatterns: runners.labels.map(label =>
      isCodeBuild(label) ? `${label}-*` : label,
    ),
    actionsByTag: actions.ref.startsWith('v'),
    dailyCron: dailyCron(environment.metadata.name),
    uses: action => `${actions.repository}/actions/${action}@${actions.ref}`,
    hmac: authentication === 'hmac',
    byol: licensing === 'byol',
    facts,
    runnerLabels: new Quoted(
      runners.labels.map(label => code(label).text).join(', '),
    ),
    secretList,
    code,
    mermaidId: side => new Quoted(side),
    mermaid,
    shell: shellWord,
  };
}

/** CodeBuild starts a runner for one run of a job and knows it by the run's number in the label. */
function isCodeBuild(label: string): boolean {
  return label.startsWith('codebuild-');
}

function runsOn(labels: readonly string[]): Quoted {
  const written = labels.map(label =>
    isCodeBuild(label)
      ? `"${label}-\${{ github.run_id }}-\${{ github.run_attempt }}"`
      : `"${label}"`,
  );
  return new Quoted(`[${written.join(', ')}]`);
}

function dailyCron(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  return `${digest.readUInt8(0) % 60} ${digest.readUInt8(1) % 6} * * *`;
}
