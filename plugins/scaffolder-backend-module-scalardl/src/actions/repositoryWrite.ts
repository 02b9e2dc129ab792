import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Author } from '../publish/initialCommit';
import { assertFree, publishRepository } from '../publish/publishRepository';
import { repositoryFolder } from '../publish/repositoryFolder';
import { examples } from './repositoryWrite.examples';

const DEFAULT_MESSAGE = 'Initial commit';

/**
 * Creates the action `scalardl:repository:write`, which makes a git repository of the workspace inside
 * one directory of the backend's disk.
 *
 * @public
 */
export function createRepositoryWriteAction(options: {
  /** The only directory that is written to. */
  directory: string;
  /** Author of the commit where a step names none. */
  author?: Partial<Author>;
}) {
  const { directory, author } = options;
  return createTemplateAction({
    id: 'scalardl:repository:write',
    description:
      'Makes a git repository of the workspace on the disk of the Backstage backend, in the folder that app-config names as scalardl.publish.directory.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              'Name of the folder: letters, digits, dots, hyphens and underscores. Nothing may be there yet.',
            ),
        gitCommitMessage: z =>
          z
            .string()
            .describe(`Message of the commit; "${DEFAULT_MESSAGE}" by default.`)
            .optional(),
        gitAuthorName: z =>
          z
            .string()
            .describe(
              'Author of the commit; scaffolder.defaultAuthor.name of app-config by default.',
            )
            .optional(),
        gitAuthorEmail: z =>
          z
            .string()
            .describe(
              "The author's address; scaffolder.defaultAuthor.email of app-config by default.",
            )
            .optional(),
      },
      output: {
        directory: z => z.string().describe('Absolute path of the repository.'),
        commit: z =>
          z
            .string()
            .describe('Id of its initial commit; absent in a dry run.')
            .optional(),
      },
    },
    async handler(ctx) {
      const { name, gitCommitMessage, gitAuthorName, gitAuthorEmail } =
        ctx.input;
      const folder = await repositoryFolder(directory, name);
      if (ctx.isDryRun) {
        await assertFree(folder);
        ctx.output('directory', folder.path);
        return;
      }
      const made = await ctx.checkpoint({
        key: `scalardl.repository.write.${name}`,
        fn: async () => ({
          ...(await publishRepository({
            workspace: ctx.workspacePath,
            folder,
            taskId: ctx.task.id,
            message: gitCommitMessage ?? DEFAULT_MESSAGE,
            author: {
              name: gitAuthorName ?? author?.name ?? 'Scaffolder',
              email:
                gitAuthorEmail ?? author?.email ?? 'scaffolder@backstage.io',
            },
          })),
        }),
      });
      ctx.logger.info(`Repository ${made.directory} at commit ${made.commit}`);
      ctx.output('directory', made.directory);
      ctx.output('commit', made.commit);
    },
  });
}

/** Reads what the action needs from app-config; `undefined` where no directory is named. */
export function repositoryWriteOptions(
  config: Config,
): Parameters<typeof createRepositoryWriteAction>[0] | undefined {
  const directory = config.getOptionalString('scalardl.publish.directory');
  if (directory === undefined) return undefined;
  return {
    directory,
    author: {
      name: config.getOptionalString('scaffolder.defaultAuthor.name'),
      email: config.getOptionalString('scaffolder.defaultAuthor.email'),
    },
  };
}
