import type { EnvironmentInput } from '@scalardl-on-eks/plugin-scalardl-common';
import { parse } from 'yaml';
import { exampleEnvironment } from '../__testUtils__/exampleEnvironment';
import { sideModel } from '../side/sideModel';
import { clusterConfigFile } from './clusterConfig';

function render(change?: (input: EnvironmentInput) => void) {
  const model = sideModel(exampleEnvironment(change), 'ledger');
  const { content } = clusterConfigFile(model);
  return { content, config: parse(content) };
}

const nodeGroupName = (change?: (input: EnvironmentInput) => void): string =>
  render(change).config.managedNodeGroups[0].name;

describe('clusterConfigFile', () => {
  describe('node group name', () => {
    it('should stay when what changes in place changes', () => {
      expect(
        nodeGroupName(({ spec }) => {
          spec.ledger.nodes.max = 9;
          spec.kubernetesVersion = '1.36';
        }),
      ).toBe(nodeGroupName());
    });

    it.each<
      [string, (nodes: EnvironmentInput['spec']['ledger']['nodes']) => void]
    >([
      ['type', nodes => nodes.instanceTypes.push('m6i.xlarge')],
      ['volume', nodes => (nodes.volumeSizeGiB = 100)],
      ['image family', nodes => (nodes.amiFamily = 'Bottlerocket')],
    ])('should change with the %s', (_, change) => {
      expect(nodeGroupName(({ spec }) => change(spec.ledger.nodes))).not.toBe(
        nodeGroupName(),
      );
    });
  });

  it('should move the control plane to private subnets where eksctl can', () => {
    const on = (eksctlVersion: string) =>
      render(({ spec }) => {
        spec.eksctlVersion = eksctlVersion;
      }).config.vpc.controlPlaneOnPrivateSubnets;
    expect([on('0.230.9'), on('0.231.0'), on('1.0.0')]).toEqual([
      undefined,
      true,
      true,
    ]);
  });

  it('should drop a comment whose value an overlay changes', () => {
    const { config, content } = render(({ spec }) => {
      spec.ledger.eksctl = { vpc: { nat: { gateway: 'Single' } } };
    });
    expect(config.vpc).toMatchObject({
      cidr: '10.1.0.0/20',
      nat: { gateway: 'Single' },
    });
    expect(content).not.toContain('nat-gateway-per-zone');
    expect(content).toContain('disjoint-address-ranges');
  });
});
