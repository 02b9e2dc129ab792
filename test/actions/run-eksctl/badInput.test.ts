import { join } from 'node:path';
import { withTools } from '../../tools/withTools.ts';
import { smallCluster } from './clusterConfig.ts';
import { EksctlBed, type RunOptions, type Tenant } from './eksctlBed.ts';

const GOOD = smallCluster({ name: 'bad-input' });

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

interface Case extends RunOptions {
  title: string;
  text?: string;
  /** All that is said, from its first word. */
  sentence: RegExp;
}

const CASES: Case[] = [
  {
    title: 'a missing file',
    inputs: { 'cluster-config': 'nowhere.yaml' },
    sentence:
      /^cluster-config: expected a file in nowhere\.yaml, received nothing there\.$/,
  },
  {
    title: 'a file that is not YAML',
    text: 'metadata: {name: [}',
    sentence: /^cluster-config: expected YAML in cluster\.yaml, received .+\.$/,
  },
  {
    title: 'a file that is no ClusterConfig',
    text: 'apiVersion: v1\nkind: ConfigMap\n',
    sentence:
      /^cluster-config: expected apiVersion: eksctl\.io\/v1alpha5 and kind: ClusterConfig in cluster\.yaml, received apiVersion: "v1" and kind: "ConfigMap"\.$/,
  },
  {
    title: 'a file without a region',
    text: GOOD.replace(/ {2}region: .+\n/, ''),
    sentence: /^cluster-config: cluster\.yaml: metadata\.region: .+\.$/,
  },
  {
    title: 'an unknown key',
    text: `${GOOD}nodeGroup: {}\n`,
    sentence:
      /^cluster-config: expected a file that eksctl 0\.230\.0 accepts, received cluster\.yaml, of which it says: .+unknown field "nodeGroup"$/,
  },
  {
    title: 'a key in another case, which eksctl does not mind',
    text: GOOD.replace('managedNodeGroups:', 'managedNodegroups:'),
    sentence:
      /^cluster-config: cluster\.yaml: managedNodegroups: expected managedNodeGroups; .+\.$/,
  },
  {
    title: 'a range that eksctl cannot cut',
    text: GOOD.replace('10.1.0.0/20', '10.1.0.0/28'),
    sentence:
      /^Expected to create cluster bad-input.+: VPC CIDR prefix must be between \/16 and \/24; read afterwards: no cluster, no stack\.$/,
  },
  {
    title: 'a region that does not exist',
    text: GOOD.replace(/region: .+/, 'region: moon-1'),
    env: { AWS_ENDPOINT_URL: '' },
    sentence:
      /^(?:eks:DescribeCluster|cloudformation:ListStacks).* failed with the job's credentials in moon-1: .+check the region/,
  },
  {
    title: 'an address where nobody listens',
    env: { AWS_ENDPOINT_URL: NOWHERE },
    sentence:
      /^(?:eks:DescribeCluster|cloudformation:ListStacks).* failed with the job's credentials in ap-northeast-1: .+check the region, AWS_ENDPOINT_URL and the network of the runner\./,
  },
  {
    title: 'nobody signed in',
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    sentence: /Sign in to AWS before this step/,
  },
  {
    title: 'a profile that does not exist',
    inputs: { profile: 'nobody' },
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    sentence: /failed with profile nobody in ap-northeast-1: /,
  },
  {
    title: 'an eksctl that is not there',
    inputs: { 'eksctl-path': '/nowhere/eksctl' },
    sentence:
      /^eksctl-path: expected an eksctl at \/nowhere\/eksctl that tells its version\. Cause: /,
  },
  {
    title: 'a mirror where nobody listens',
    inputs: { 'eksctl-path': '', 'eksctl-download-url': NOWHERE },
    sentence:
      /^eksctl-download-url: expected a release of eksctl at http:\/\/127\.0\.0\.1:9\/v0\.230\.0\/.+, received fetch failed/,
  },
  {
    title: 'a timeout that is no number',
    inputs: { timeout: 'soon' },
    sentence: /^timeout: expected a whole number, received "soon"\.$/,
  },
];

const DENIED = [
  { service: 'eks', operation: 'DescribeCluster' },
  { service: 'cloudformation', operation: 'ListStacks' },
];

withTools(['moto', 'eksctl'], tools => {
  describe('run-eksctl says what to change, and writes nothing, given', () => {
    let bed: EksctlBed;
    let tenant: Tenant;

    beforeAll(async () => {
      bed = await EksctlBed.start({
        python: tools.moto.path,
        eksctl: tools.eksctl.path,
      });
    });
    beforeEach(async () => {
      tenant = await bed.tenant('bad-input', GOOD);
    });
    afterAll(() => bed.stop());

    it.each(CASES)('$title', async ({ text, sentence, inputs, env }) => {
      if (text !== undefined) await tenant.write(text);
      const cache = join(tenant.directory, 'cache');
      const run = await tenant.run({
        inputs,
        env: { RUNNER_TOOL_CACHE: cache, ...env },
      });
      const errors = run.commands.filter(({ name }) => name === 'error');
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringMatching(sentence),
      ]);
      expect(run.exitCode).toBe(1);
      expect(run.writes).toEqual([]);
    });

    it.each(DENIED)(
      'no permission for $service:$operation',
      async ({ service, operation }) => {
        const run = await tenant.run({
          before: session =>
            bed.testbed.inject({
              match: { service, operation, session },
              effect: { kind: 'deny' },
            }),
        });
        const errors = run.commands.filter(({ name }) => name === 'error');
        expect(errors.map(({ message }) => message)).toEqual([
          expect.stringMatching(
            `Allow ${service}:${operation} in the policy of that role`,
          ),
        ]);
        expect(run.exitCode).toBe(1);
        expect(run.writes).toEqual([]);
      },
    );

    it('no permission for what eksctl does first', async () => {
      const run = await tenant.run({
        before: session =>
          bed.testbed.inject({
            match: { operation: 'CreateStack', session },
            effect: { kind: 'deny' },
          }),
      });
      const errors = run.commands.filter(({ name }) => name === 'error');
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /^Expected to create cluster bad-input.+ is not authorized to perform: cloudformation:CreateStack.+; read afterwards: no cluster, no stack\.$/,
        ),
      ]);
      expect(run.exitCode).toBe(1);
      expect(run.writes).toEqual([]);
    });
  });
});
