import { documentOf } from '../document.fixture';
import { commandsOf } from './commands';
import { helmInstall } from './helmInstalls';
import { kubectlChange } from './kubectlCommands';
import { jobsOf } from './workflow';

function commands(run: string, env: Record<string, string> = {}) {
  const workflow = documentOf(
    `jobs:\n  one:\n    env: ${JSON.stringify(env)}\n    steps:\n      - run: |\n${run
      .split('\n')
      .map(line => `          ${line}`)
      .join('\n')}\n`,
  );
  return jobsOf(workflow).flatMap(commandsOf);
}

describe('commandsOf', () => {
  it.each([
    ['one two', [['one', 'two']]],
    ['one "two three"', [['one', 'two three']]],
    [
      'one && two || three; four | five',
      [['one'], ['two'], ['three'], ['four'], ['five']],
    ],
    ['one \\\n  two', [['one', 'two']]],
    ['one # two', [['one']]],
    ['one\n\ntwo', [['one'], ['two']]],
    ['one $KNOWN ${KNOWN}', [['one', 'value', 'value']]],
    ['one "$UNKNOWN"', [['one', undefined]]],
    ['one ${{ inputs.two }}', [['one', undefined]]],
    ['one *.yaml', [['one', '*.yaml']]],
  ])('reads %j', (run, expected) => {
    expect(commands(run, { KNOWN: 'value' }).map(({ words }) => words)).toEqual(
      expected,
    );
  });

  it('takes a variable that an expression sets as unknown', () => {
    expect(commands('one $A', { A: '${{ inputs.a }}' })[0]?.words).toEqual([
      'one',
      undefined,
    ]);
  });

  it('knows the line of a command behind a line break', () => {
    expect(
      commands('one\ntwo \\\n  three\nfour').map(
        ({ location }) => location.line,
      ),
    ).toEqual([6, 7, 9]);
  });

  it('only splits a line that is too long', () => {
    const long = `helm install a b ${'${{ '.repeat(10_000)}`;
    expect(commands(long)[0]?.words.slice(0, 4)).toEqual([
      'helm',
      'install',
      'a',
      'b',
    ]);
  });

  it('still reads the words of a line that no shell parser follows', () => {
    expect(commands('helm install a ${b')[0]?.words.slice(0, 3)).toEqual([
      'helm',
      'install',
      'a',
    ]);
  });
});

describe('helmInstall', () => {
  const chart = (run: string, env?: Record<string, string>) =>
    commands(run, env).flatMap(command => {
      const install = helmInstall(command);
      return install ? [install.chart] : [];
    });

  it.each([
    ['helm install a repo/chart', ['repo/chart']],
    [
      'helm upgrade --install a chart --repo https://example.com --wait',
      ['chart'],
    ],
    ['helm upgrade -i --namespace x a chart', ['chart']],
    [
      'helm --kube-context x upgrade a oci://example.com/chart',
      ['oci://example.com/chart'],
    ],
    ['helm install --generate-name chart', ['chart']],
    ['helm upgrade --install --set=a=b a "$CHART"', ['known']],
    ['helm upgrade --install a "$OTHER"', [undefined]],
    ['sudo /usr/local/bin/helm install a chart', ['chart']],
    ['if helm install a chart', ['chart']],
    ['helm template a chart', []],
    ['helm uninstall a', []],
    ['echo "helm install a chart"', []],
  ])('finds the chart of %j', (run, expected) => {
    expect(chart(run, { CHART: 'known' })).toEqual(expected);
  });
});

describe('kubectlChange', () => {
  const change = (run: string) => commands(run).map(kubectlChange)[0];

  it.each([
    [
      'kubectl apply -f a.yaml --filename=b.yaml',
      { kind: 'files', paths: ['a.yaml', 'b.yaml'], deep: false },
    ],
    [
      'kubectl -n x apply -k overlay',
      { kind: 'files', paths: ['overlay'], deep: true },
    ],
    [
      'kubectl create -f "$FILE"',
      { kind: 'files', paths: [undefined], deep: false },
    ],
    ['kubectl apply -R -f a', { kind: 'files', paths: ['a'], deep: true }],
    ['kubectl run a --image b', { kind: 'image', image: 'b' }],
    ['kubectl create deployment a --image=b', { kind: 'image', image: 'b' }],
    ['kubectl create cronjob a', { kind: 'image', image: undefined }],
    ['kubectl create namespace a', undefined],
    ['kubectl get pods', undefined],
    ['kubectl delete -f a.yaml', undefined],
  ])('reads %j', (run, expected) => {
    expect(change(run)).toEqual(expected);
  });
});
