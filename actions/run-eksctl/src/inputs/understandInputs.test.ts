import { readRawInputs } from '@scalardl-on-eks/action-toolkit';
import { INPUTS } from './definitions';
import { understandInputs } from './understandInputs';

/** As a workflow gives them. */
function understand(given: Record<string, string>) {
  const argv = Object.entries({
    'cluster-config': 'cluster.yaml',
    ...given,
  }).flatMap(([name, value]) => [`--${name}`, value]);
  return understandInputs(readRawInputs(INPUTS, { argv, env: {} }));
}

describe('understandInputs', () => {
  it('needs the path of the file only', () => {
    expect(understand({})).toEqual({
      clusterConfig: 'cluster.yaml',
      mode: 'apply',
      choices: {
        endpoint: 'declared',
        replaceNodeGroups: false,
        controlPlaneSubnets: 'declared',
      },
      timeoutMinutes: 110,
      quietSeconds: 240,
      eksctl: {
        version: '0.230.0',
        download: {
          url: 'https://github.com/eksctl-io/eksctl/releases/download',
        },
      },
    });
  });

  it('takes a mirror on this machine, a version with a v and a pinned checksum', () => {
    const { eksctl } = understand({
      'eksctl-version': 'v0.231.0',
      'eksctl-download-url': 'http://127.0.0.1:8080/mirror/',
      'eksctl-sha256': 'AB'.repeat(32),
    });
    expect(eksctl).toEqual({
      version: '0.231.0',
      download: {
        url: 'http://127.0.0.1:8080/mirror',
        sha256: 'ab'.repeat(32),
      },
    });
  });

  it.each([
    [{ 'cluster-config': '' }, 'cluster-config: expected the path'],
    [{ mode: 'create' }, 'mode: expected plan or apply or delete'],
    [{ endpoint: 'open' }, 'endpoint: expected declared or keep or bootstrap'],
    [
      { endpoint: 'bootstrap' },
      'bootstrap-cidr: expected one IPv4 address such as 203.0.113.7/32',
    ],
    [
      { endpoint: 'bootstrap', 'bootstrap-cidr': '0.0.0.0/0' },
      'bootstrap-cidr: expected one IPv4 address',
    ],
    [
      { endpoint: 'bootstrap', 'bootstrap-cidr': '203.0.113.700/32' },
      'bootstrap-cidr: expected one IPv4 address',
    ],
    [
      { 'bootstrap-cidr': '203.0.113.7/32' },
      'bootstrap-cidr: expected nothing with endpoint: declared',
    ],
    [{ 'replace-node-groups': 'yes' }, 'replace-node-groups: expected true'],
    [
      { 'control-plane-subnets': 'public' },
      'control-plane-subnets: expected declared or private',
    ],
    [{ timeout: '1h' }, 'timeout: expected a whole number, received "1h"'],
    [{ 'quiet-period': '1.5' }, 'quiet-period: expected a whole number'],
    [{ 'eksctl-version': 'latest' }, 'eksctl-version: expected a release'],
    [
      { 'eksctl-download-url': 'http://mirror.example/eksctl' },
      'eksctl-download-url: expected an address that begins with https://',
    ],
    [{ 'eksctl-sha256': 'abc' }, 'eksctl-sha256: expected 64 hexadecimal'],
  ])('refuses %j', (given, problem) => {
    expect(() => understand(given)).toThrow(problem);
  });

  it('names every problem at once', () => {
    expect(() =>
      understand({ mode: 'x', endpoint: 'y', timeout: 'z' }),
    ).toThrow(/mode: [^\n]+\nendpoint: [^\n]+\ntimeout: /);
  });
});
