import { breaches } from './example.fixture';
import { supportedVersions } from './supportedVersions';

describe('supportedVersions', () => {
  it('is content with the example', () => {
    expect(breaches(supportedVersions)).toEqual([]);
  });

  it('refuses what is older than the tables on every day', () => {
    const keys = breaches(supportedVersions, spec => {
      Object.assign(spec, {
        kubernetesVersion: '1.29',
        eksctlVersion: '0.100.0',
        productVersion: '3.6.1',
      });
    });
    expect(keys).toEqual([
      'spec.kubernetesVersion',
      'spec.eksctlVersion',
      'spec.productVersion',
    ]);
  });

  it('refuses what is newer while the tables are current', () => {
    const keys = breaches(
      supportedVersions,
      spec => {
        spec.kubernetesVersion = '1.40';
      },
      { today: '2026-11-24' },
    );
    expect(keys).toEqual(['spec.kubernetesVersion']);
  });

  it('does not judge what is newer when the tables are not current', () => {
    const keys = breaches(
      supportedVersions,
      spec => {
        spec.kubernetesVersion = '1.40';
      },
      { today: '2031-01-01' },
    );
    expect(keys).toEqual([]);
  });

  it('does not judge what is newer on an unknown day', () => {
    const keys = breaches(supportedVersions, spec => {
      spec.kubernetesVersion = '1.40';
    });
    expect(keys).toEqual([]);
  });
});
