import { documentOf } from '../document.fixture';
import { nodeGroups } from './nodeGroups';
import { mayRunOn } from './placement';

function answer(group: string, pod: string, list = 'managedNodeGroups') {
  const [only] = nodeGroups(
    documentOf(`${list}:\n  - {name: tools, ${group}}`),
  );
  const values = documentOf(pod);
  if (!only) throw new Error('no group');
  return mayRunOn(
    {
      nodeSelector: values.get('nodeSelector'),
      affinity: values.get('affinity'),
      tolerations: values.get('tolerations'),
    },
    only,
  );
}

const TAINT = 'taints: [{key: dedicated, value: tools, effect: NoSchedule}]';
const affinity = (terms: string) =>
  `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ${terms}}}}`;

describe('mayRunOn', () => {
  it.each([
    ['nothing asked', 'labels: {}', '{}', 'yes'],
    ['a taint', TAINT, '{}', 'no'],
    [
      'a taint that is only preferred',
      'taints: [{key: a, effect: PreferNoSchedule}]',
      '{}',
      'yes',
    ],
    [
      'a toleration of everything',
      TAINT,
      'tolerations: [{operator: Exists}]',
      'yes',
    ],
    [
      'a toleration of the key',
      TAINT,
      'tolerations: [{key: dedicated, operator: Exists}]',
      'yes',
    ],
    [
      'a toleration of another value',
      TAINT,
      'tolerations: [{key: dedicated, value: product}]',
      'no',
    ],
    [
      'a toleration of another effect',
      TAINT,
      'tolerations: [{key: dedicated, value: tools, effect: NoExecute}]',
      'no',
    ],
    ['a label', 'labels: {a: b}', 'nodeSelector: {a: b}', 'yes'],
    ['another label', 'labels: {a: b}', 'nodeSelector: {a: c}', 'no'],
    ['a missing label', 'labels: {}', 'nodeSelector: {a: b}', 'no'],
    [
      'a label of the system',
      'labels: {}',
      'nodeSelector: {topology.kubernetes.io/zone: ap-northeast-1a}',
      'unknown',
    ],
    [
      'the operating system',
      'labels: {}',
      'nodeSelector: {kubernetes.io/os: linux}',
      'yes',
    ],
    [
      'the name of the group',
      'labels: {}',
      'nodeSelector: {eks.amazonaws.com/nodegroup: other}',
      'no',
    ],
    [
      'one of two affinity terms',
      'labels: {a: b}',
      affinity(
        '[{matchExpressions: [{key: a, operator: In, values: [c]}]}, {matchExpressions: [{key: a, operator: Exists}]}]',
      ),
      'yes',
    ],
    [
      'an affinity term that excludes',
      'labels: {a: b}',
      affinity(
        '[{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}]',
      ),
      'no',
    ],
  ])('answers %s', (_, group, pod, expected) => {
    expect(answer(group, pod)).toBe(expected);
  });

  it.each([
    ['taints: {dedicated: "tools:NoSchedule"}', 'no'],
    ['taints: {dedicated: ":NoExecute"}', 'no'],
    ['taints: {dedicated: "tools:PreferNoSchedule"}', 'yes'],
  ])('reads the short form of a self-managed group: %s', (group, expected) => {
    expect(answer(group, '{}', 'nodeGroups')).toBe(expected);
  });
});
