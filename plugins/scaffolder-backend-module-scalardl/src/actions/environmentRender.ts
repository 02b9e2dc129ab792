import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ENVIRONMENT_FILE,
  ENVIRONMENT_SCHEMA_URL,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type Change,
  type Skeleton,
  planChanges,
  readRepositoryFiles,
  renderEnvironment,
  writeChanges,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { givenSource } from '../environment/givenSource';
import { parseSource } from '../environment/parseSource';
import { examples } from './environmentRender.examples';

/**
 * Creates the action `scalardl:environment:render`, which renders an environment into every file of its
 * repository, in the workspace.
 *
 * @public
 */
export function createEnvironmentRenderAction(
  options: {
    /** What is rendered instead of the packed skeleton. Its templates are run as code. */
    skeleton?: Skeleton;
    now?: () => Date;
  } = {},
) {
  const { skeleton, now = () => new Date() } = options;
  return createTemplateAction({
    id: 'scalardl:environment:render',
    description:
      'Renders a ScalarDL environment into the files of its repository: two eksctl ClusterConfigs, Helm values, manifests, workflows and documents.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        environment: z =>
          z
            .record(z.unknown())
            .describe(
              `The environment, in the shape of scalardl.yaml (${ENVIRONMENT_SCHEMA_URL}). It becomes scalardl.yaml in the workspace.`,
            )
            .optional(),
        environmentFile: z =>
          z
            .string()
            .describe(
              'Path in the workspace of an environment file, kept byte for byte. Instead of environment.',
            )
            .optional(),
      },
      output: {
        environmentName: z =>
          z.string().describe('Name of the environment (metadata.name).'),
        clusterNames: z =>
          z
            .object({ ledger: z.string(), auditor: z.string() })
            .describe('Names of the two EKS clusters.'),
        files: z =>
          z.array(z.string()).describe('Paths of the rendered files, sorted.'),
      },
    },
    // Without a checkpoint: the workspace is the task's own, and a task that starts again needs its files again.
    async handler(ctx) {
      const source = await givenSource(ctx.input, ctx.workspacePath);
      if (ctx.input.environment)
        ctx.logger.info(`${source.file}:\n${source.text}`);
      const environment = parseSource(source, now().toISOString().slice(0, 10));
      const rendered = renderEnvironment(
        { environment, source: source.text },
        { skeleton },
      );
      const changes = planChanges(
        rendered,
        await readRepositoryFiles(ctx.workspacePath),
      );
      assertSource(changes, source.text);
      await writeChanges(ctx.workspacePath, changes);
      ctx.logger.info(`Rendered ${rendered.length} files`);
      const { metadata, spec } = environment;
      ctx.output('environmentName', metadata.name);
      ctx.output('clusterNames', {
        ledger: spec.ledger.clusterName,
        auditor: spec.auditor.clusterName,
      });
      ctx.output(
        'files',
        rendered.map(({ path }) => path),
      );
    },
  });
}

/** An environment file that is there already is a person's and is kept: then it has to be the one that was rendered. */
function assertSource(changes: readonly Change[], source: string): void {
  const there = changes.find(({ path }) => path === ENVIRONMENT_FILE);
  if (there?.after === source) return;
  throw new ConflictError(
    `Expected no other ${ENVIRONMENT_FILE} in the workspace, received one with different content. Give it as the input "environmentFile", or remove the step that writes it.`,
  );
}
