import { findInstanceType } from '../../network/instances';
import { documentOf } from '../document.fixture';
import { addressesPerNode, cniSettings } from './addressesPerNode';
import { nodeGroups } from './nodeGroups';

const [GROUP] = nodeGroups(documentOf('managedNodeGroups: [{name: a}]'));
const [LIMITED] = nodeGroups(
  documentOf('managedNodeGroups: [{name: a, maxPodsPerNode: 20}]'),
);
const TYPE = findInstanceType('m7i.xlarge');

describe('addressesPerNode', () => {
  it.each([
    ['the default', {}, GROUP, 60, 60],
    ['prefixes', { ENABLE_PREFIX_DELEGATION: 'true' }, GROUP, 33, 132],
    [
      'prefixes for few pods',
      { ENABLE_PREFIX_DELEGATION: 'true' },
      LIMITED,
      33,
      52,
    ],
    ['warm addresses', { WARM_IP_TARGET: '5' }, GROUP, 6, 60],
    [
      'warm addresses for few pods',
      { WARM_IP_TARGET: '5', MINIMUM_IP_TARGET: '10' },
      LIMITED,
      11,
      29,
    ],
    ['a text that is no number', { WARM_IP_TARGET: 'many' }, GROUP, 60, 60],
  ])('with %s', (_, settings, group, fewest, most) => {
    if (!TYPE || !group) throw new Error('no type or group');
    expect(addressesPerNode(TYPE, settings, group)).toEqual({ fewest, most });
  });
});

describe('cniSettings', () => {
  it.each([
    [
      'addons: [{name: vpc-cni, configurationValues: "env: {A: \'1\'}"}]',
      { A: '1' },
    ],
    [
      'addons: [{name: vpc-cni, configurationValues: \'{"env":{"A":"1"}}\'}]',
      { A: '1' },
    ],
    ['addons: [{name: vpc-cni}]', {}],
    ['addons: []', {}],
  ])('reads %s', (text, expected) => {
    expect(cniSettings(documentOf(text))).toMatchObject({ value: expected });
  });

  it.each([
    'addons: [{name: vpc-cni, configurationValues: "{"}]',
    'addons: [{name: vpc-cni, configurationValues: "- a"}]',
    'addons: [{name: vpc-cni, configurationValues: {env: {}}}]',
  ])('cannot read %s', text => {
    expect(cniSettings(documentOf(text)).ok).toBe(false);
  });
});
