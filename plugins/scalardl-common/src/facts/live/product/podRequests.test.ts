import { podRequests } from './podRequests';

const container = (cpu: string, memory: string) => ({
  resources: { requests: { cpu, memory } },
});

const GIB = 2 ** 30;

describe('podRequests', () => {
  it.each([
    ['nothing', {}, { cpu: '0m', memory: 0 }],
    [
      'containers together',
      { containers: [container('1', '1Gi'), container('500m', '1G')] },
      { cpu: '1500m', memory: GIB + 1e9 },
    ],
    [
      'an init container that asks for more than they do',
      {
        containers: [container('1', '1Gi')],
        initContainers: [container('2', '512Mi')],
      },
      { cpu: '2000m', memory: GIB },
    ],
    [
      'an init container that stays',
      {
        containers: [container('1', '1Gi')],
        initContainers: [
          { ...container('500m', '1Gi'), restartPolicy: 'Always' },
        ],
      },
      { cpu: '1500m', memory: 2 * GIB },
    ],
    [
      'only limits',
      { containers: [{ resources: { limits: { cpu: '2', memory: '1Gi' } } }] },
      { cpu: '2000m', memory: GIB },
    ],
  ])('adds up %s', (_, pod, expected) => {
    expect(podRequests(pod)).toEqual(expected);
  });
});
