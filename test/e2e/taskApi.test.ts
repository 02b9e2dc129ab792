import { join } from 'node:path';
import { parse } from 'yaml';
import { BackstageApi } from './backstageApi';
import { everyFieldEnvironment, everyFieldValues } from './everyField';
import { type FormValues, formValues } from './formValues';
import { repositoryOnDisk } from './repositoryOnDisk';
import { type TestPortal, startTestPortal } from './testPortal';

jest.setTimeout(240_000);

describe("the template, run through Backstage's task API", () => {
  let portal: TestPortal;
  let api: BackstageApi;

  beforeAll(async () => {
    portal = await startTestPortal({ frontEnd: false });
    api = new BackstageApi(portal.backendUrl);
  });

  afterAll(() => portal?.stop());

  it('leaves a repository with one commit, whose files are what its scalardl.yaml renders to', async () => {
    const task = await api.runTemplate(formValues('payments'));
    expect(task).toMatchObject({ status: 'completed' });
    const directory = join(portal.publishDirectory, 'payments');
    const repository = await repositoryOnDisk(directory);
    expect(repository.branch).toBe('main');
    expect(repository.messages).toHaveLength(1);
    expect(repository.messages[0]).toMatch(
      /^Create the environment payments\n/,
    );
    expect(repository.changed).toEqual([]);
    expect(repository.committed).toEqual(Object.keys(repository.files));
    expect(repository.files).toEqual(repository.rendered);
    expect(task.output.text).toEqual([
      expect.objectContaining({
        content: expect.stringContaining(directory),
      }),
    ]);
    expect(task.output.text?.[0]?.content).toContain('disjoint-address-ranges');
    expect(task.log).toMatch(/pass +requirement +disjoint-address-ranges/);
  });

  it('maps every field, and nothing of choices that were taken back', async () => {
    const task = await api.runTemplate(everyFieldValues);
    expect(task).toMatchObject({ status: 'completed' });
    const { files } = await repositoryOnDisk(
      join(portal.publishDirectory, 'everything'),
    );
    expect(parse(files['scalardl.yaml'] ?? '')).toEqual(everyFieldEnvironment);
  });

  describe('an environment that breaks a requirement', () => {
    it.each<[string, (values: FormValues) => FormValues, RegExp]>([
      [
        'overlapping-ranges',
        values => ({
          ...values,
          addressPlan: {
            ...values.addressPlan,
            auditor: values.addressPlan.ledger,
          },
        }),
        /scalardl\.yaml:\d+:\d+ spec\.auditor\.network\.cidr: expected a range that shares no address .* Choose a free range .*\(guideline disjoint-address-ranges\)/,
      ],
      [
        'one-database',
        values => ({
          ...values,
          auditor: { ...values.auditor, database: values.ledger.database },
        }),
        /scalardl\.yaml:\d+:\d+ spec\.auditor\.database\.contactPoints: expected .* Give each side a database .*\(guideline separate-databases\)/,
      ],
    ])(
      '%s: the task fails with guideline, key and remedy, and publishes nothing',
      async (name, breakIt, expected) => {
        const before = await portal.published();
        const task = await api.runTemplate(breakIt(formValues(name)));
        expect(task.status).toBe('failed');
        expect(task.log).toMatch(expected);
        expect(await portal.published()).toEqual(before);
      },
    );
  });

  it('refuses values that the form would not let through', async () => {
    const values = { ...formValues('two-nodes') };
    values.ledger.nodes = { min: 2, desired: 2, max: 2 };
    await expect(api.runTemplate(values)).rejects.toThrow(/ 400: .*nodes/);
  });

  it('does not overwrite a repository', async () => {
    await api.runTemplate(formValues('taken'));
    const again = await api.runTemplate(formValues('taken'));
    expect(again.status).toBe('failed');
    expect(again.log).toMatch(/ConflictError: .*"taken".*input "name"/);
    const { messages } = await repositoryOnDisk(
      join(portal.publishDirectory, 'taken'),
    );
    expect(messages).toHaveLength(1);
  });

  it('dry-runs: the files come back, and the disk stays as it is', async () => {
    const before = await portal.published();
    const dryRun = await api.dryRun(formValues('dry'));
    const files = new Map(
      dryRun.directoryContents.map(({ path, base64Content }) => [
        path,
        Buffer.from(base64Content, 'base64').toString(),
      ]),
    );
    expect(files.get('clusters/auditor.yaml')).toContain('dry-auditor');
    const failed = dryRun.log.filter(({ body }) => body.status === 'failed');
    expect(failed).toEqual([]);
    expect(await portal.published()).toEqual(before);
  });
});
