import { documentOf, documentsOf } from '../document.fixture';
import { exposuresOf } from './exposure';
import { productLoadBalancers } from './productLoadBalancers';
import { type Service, manifestServices, productService } from './service';
import { sourceRangesOf } from './sourceRanges';

const PREFIX = 'service.beta.kubernetes.io';

function annotated(annotations: Record<string, string>): Service {
  const values = {
    envoy: { service: { type: 'LoadBalancer', annotations } },
  };
  return productService(documentOf(JSON.stringify(values)), 'ledger');
}

describe('productService', () => {
  it('has the chart’s type and ports where nothing is written', () => {
    const service = productService(documentOf('{}'), 'auditor');
    expect(service.type).toBe('ClusterIP');
    expect(
      service.ports.map(({ port, targetPort }) => [port, targetPort]),
    ).toEqual([
      [40051, 40051],
      [40052, 40052],
    ]);
  });

  it('merges ports as Helm does: key by key, and null removes one', () => {
    const { ports } = productService(
      documentOf(
        'envoy: {service: {ports: {envoy: {port: 443}, envoy-priv: null, more: {port: 9}}}}',
      ),
      'ledger',
    );
    expect(
      ports.map(({ name, port, targetPort }) => [name, port, targetPort]),
    ).toEqual([
      ['envoy', 443, 50051],
      ['more', 9, 9],
    ]);
  });

  it('is the product’s own where Envoy is switched off', () => {
    const service = productService(
      documentOf(
        '{envoy: {enabled: false}, ledger: {service: {type: LoadBalancer}}}',
      ),
      'ledger',
    );
    expect(service).toMatchObject({
      id: 'Service of ledger',
      type: 'LoadBalancer',
    });
  });
});

describe('manifestServices', () => {
  it('reads Services of the manifests and nothing else', () => {
    const services = manifestServices(
      documentsOf(
        '{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 1, targetPort: web}, {name: broken}]}}\n---\n{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: b}}',
      ),
    );
    expect(services).toHaveLength(1);
    expect(services[0]).toMatchObject({
      id: 'Service a',
      type: 'ClusterIP',
      ports: [{ port: 1, targetPort: 'web' }],
    });
  });
});

describe('productLoadBalancers', () => {
  const found = (selector: string) =>
    productLoadBalancers(
      {
        product: documentOf('{}'),
        manifests: documentsOf(
          `{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: LoadBalancer, selector: ${selector}}}`,
        ),
        environment: undefined,
      },
      'ledger',
    ).map(({ id }) => id);

  it.each([
    ['{app.kubernetes.io/app: envoy}', ['Service a']],
    ['{app.kubernetes.io/instance: pay}', ['Service a']],
    ['{app: dashboard}', []],
    ['{}', []],
  ])('asks whom the Service selects: %s', (selector, expected) => {
    expect(found(selector)).toEqual(expected);
  });
});

describe('exposuresOf', () => {
  const shown = (annotations: Record<string, string>) =>
    exposuresOf(
      annotated(
        Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            `${PREFIX}/aws-load-balancer-${key}`,
            value,
          ]),
        ),
      ),
    ).map(({ controller, kind, scheme }) => [
      controller === 'in-tree controller' ? 'in-tree' : 'LBC',
      kind,
      scheme,
    ]);

  it.each([
    [
      { type: 'external', scheme: 'internal' },
      [['LBC', 'network', 'internal']],
    ],
    [{ type: 'nlb-ip', internal: 'True' }, [['LBC', 'network', 'internal']]],
    [
      { type: 'external', internal: '0' },
      [['LBC', 'network', 'internet-facing']],
    ],
    [{ type: 'external', internal: 'yes' }, [['LBC', 'network', undefined]]],
    [{ type: 'external', scheme: 'private' }, [['LBC', 'network', undefined]]],
    [
      { type: 'nlb', internal: '0.0.0.0/0' },
      [
        ['LBC', 'network', undefined],
        ['in-tree', 'network', 'internal'],
      ],
    ],
    [
      { internal: 'false' },
      [
        ['LBC', 'network', 'internet-facing'],
        ['in-tree', 'classic', 'internet-facing'],
      ],
    ],
    [
      {},
      [
        ['LBC', 'network', undefined],
        ['in-tree', 'classic', 'internet-facing'],
      ],
    ],
  ])('with %j', (annotations, expected) => {
    expect(shown(annotations)).toEqual(expected);
  });
});

describe('sourceRangesOf', () => {
  const ranges = (annotations: Record<string, string>) =>
    sourceRangesOf(annotated(annotations));

  it('splits at commas and leaves out blanks', () => {
    expect(
      ranges({
        [`${PREFIX}/load-balancer-source-ranges`]: ' 10.0.0.0/8 , ,::/0',
      }),
    ).toMatchObject({ ranges: ['10.0.0.0/8', '::/0'], omitted: false });
  });

  it('knows that nothing is everybody', () => {
    expect(ranges({})).toMatchObject({ ranges: [], omitted: true });
  });

  it.each([
    'aws-load-balancer-security-groups',
    'aws-load-balancer-security-group-prefix-lists',
  ])('says that %s decides', key => {
    expect(ranges({ [`${PREFIX}/${key}`]: 'x' }).elsewhere).toBe(key);
  });

  it('says that a load balancer without security groups has no ranges', () => {
    expect(
      ranges({ [`${PREFIX}/aws-load-balancer-disable-nlb-sg`]: 'true' })
        .elsewhere,
    ).toBe('aws-load-balancer-disable-nlb-sg');
  });
});
