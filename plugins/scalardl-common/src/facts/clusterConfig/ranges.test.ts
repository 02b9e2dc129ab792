import { documentOf } from '../document.fixture';
import { nodeGroups } from './nodeGroups';
import { podRanges } from './podRanges';
import { privateRanges } from './privateRanges';
import { vpcRanges } from './vpcRanges';
import { zonesOf } from './zones';

const query = (text: string) => ({
  clusterConfig: documentOf(text, 'clusters/ledger.yaml'),
  environment: undefined,
  side: 'ledger' as const,
});

const NEW = `
availabilityZones: [ap-northeast-1a, ap-northeast-1c, ap-northeast-1d]
vpc: {cidr: 10.1.0.0/20}
managedNodeGroups: [{name: a, privateNetworking: true}]
`;
const EXISTING = `
vpc:
  id: vpc-1
  subnets:
    private:
      ap-northeast-1a: {id: subnet-1, cidr: 10.2.0.0/24}
      second: {id: subnet-2, az: ap-northeast-1c, cidr: 10.2.1.0/24}
    public:
      open: {id: subnet-3, az: ap-northeast-1a, cidr: 10.2.2.0/24}
managedNodeGroups: [{name: a, privateNetworking: true}]
`;

describe('vpcRanges', () => {
  it.each([
    ['a new VPC', NEW, ['10.1.0.0/20']],
    ['a VPC without a range', 'metadata: {name: x}', ['192.168.0.0/16']],
    [
      'an existing VPC by its subnets',
      EXISTING,
      ['10.2.0.0/24', '10.2.1.0/24', '10.2.2.0/24'],
    ],
    [
      'an existing VPC with its range',
      EXISTING.replace('id: vpc-1', 'id: vpc-1\n  cidr: 10.2.0.0/16'),
      ['10.2.0.0/16'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(vpcRanges(query(text))).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    EXISTING.replace(', cidr: 10.2.1.0/24', ''),
    'vpc: {cidr: 10.1.0.0/33}',
    'vpc: {cidr: everything}',
  ])('cannot read %s', text => {
    expect(vpcRanges(query(text)).ok).toBe(false);
  });
});

describe('podRanges', () => {
  it('are those of the private subnets of a new VPC', () => {
    expect(podRanges(query(NEW))).toMatchObject({
      value: ['10.1.6.0/23', '10.1.8.0/23', '10.1.10.0/23'],
    });
  });

  it('are those of one zone where the group is limited to it', () => {
    const text = NEW.replace(
      'privateNetworking: true',
      'privateNetworking: true, availabilityZones: [ap-northeast-1c]',
    );
    expect(podRanges(query(text))).toMatchObject({ value: ['10.1.8.0/23'] });
  });

  it('are those of the public subnets for public nodes', () => {
    const text = NEW.replace('privateNetworking: true', 'minSize: 3');
    expect(podRanges(query(text))).toMatchObject({
      value: ['10.1.0.0/23', '10.1.2.0/23', '10.1.4.0/23'],
    });
  });

  it.each([
    ['Auto Mode', `${NEW}autoModeConfig: {enabled: true}\n`],
    ['no zones', NEW.replace(/availabilityZones.*\n/, '')],
    ['no node group', NEW.replace(/managedNodeGroups.*\n/, '')],
  ])('are the whole VPC with %s', (_, text) => {
    expect(podRanges(query(text))).toMatchObject({ value: ['10.1.0.0/20'] });
  });

  it('are not known with custom networking', () => {
    const text = `${NEW}addons: [{name: VPC-CNI, configurationValues: "env: {AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: 'true'}"}]`;
    expect(podRanges(query(text)).ok).toBe(false);
  });
});

describe('privateRanges', () => {
  it('are private whatever the nodes do', () => {
    const text = NEW.replace('privateNetworking: true', 'minSize: 3');
    expect(privateRanges(query(text))).toMatchObject({
      value: ['10.1.6.0/23', '10.1.8.0/23', '10.1.10.0/23'],
    });
  });

  it('are those listed as private in an existing VPC', () => {
    expect(privateRanges(query(EXISTING))).toMatchObject({
      value: ['10.2.0.0/24', '10.2.1.0/24'],
    });
  });
});

describe('zonesOf', () => {
  const zones = (text: string) => {
    const clusterConfig = documentOf(text, 'clusters/ledger.yaml');
    const [group] = nodeGroups(clusterConfig);
    if (!group) throw new Error('no group');
    return zonesOf(clusterConfig, group);
  };

  it('reads the key of a subnet as its zone', () => {
    expect(zones(EXISTING)).toMatchObject({
      value: ['ap-northeast-1a', 'ap-northeast-1c'],
    });
  });

  it('finds a subnet by its id', () => {
    const text = EXISTING.replace(
      'privateNetworking: true',
      'privateNetworking: true, subnets: [subnet-2]',
    );
    expect(zones(text)).toMatchObject({ value: ['ap-northeast-1c'] });
  });

  it('says which subnet has no zone', () => {
    const text = EXISTING.replace('az: ap-northeast-1c, ', '');
    expect(zones(text)).toEqual({
      ok: false,
      reason: 'clusters/ledger.yaml does not name the zone of subnet second',
    });
  });
});
