import { clusterConfigSchema } from './clusterConfig';
import { miscasedKeys } from './miscased';

describe('miscasedKeys', () => {
  it('finds them at every depth, and leaves alone what a person names', () => {
    const data = {
      metadata: { Name: 'x', tags: { NAME: 'shop', name: 'shop' } },
      managedNodegroups: [{ name: 'x' }],
      managedNodeGroups: [{ minsize: 3, labels: { Name: 'x' } }],
      vpc: { clusterEndpoints: { PublicAccess: true }, unknown: {} },
    };
    expect(miscasedKeys(clusterConfigSchema, data)).toEqual([
      'metadata.Name: expected name',
      'managedNodegroups: expected managedNodeGroups',
      'managedNodeGroups.0.minsize: expected minSize',
      'vpc.clusterEndpoints.PublicAccess: expected publicAccess',
    ]);
  });
});
