import { jsonRequest } from './jsonRequest';

const SERVICE = { name: 'route53resolver', target: 'Route53Resolver' };
const WISH = {
  operation: 'ListResolverRules',
  input: { MaxResults: 1 },
  region: 'eu-west-1',
  userAgent: 'test',
};

describe('jsonRequest', () => {
  const { AWS_ENDPOINT_URL: before } = process.env;

  beforeEach(() => {
    delete process.env.AWS_ENDPOINT_URL;
    delete process.env.AWS_ENDPOINT_URL_ROUTE53RESOLVER;
  });
  afterAll(() => {
    if (before !== undefined) process.env.AWS_ENDPOINT_URL = before;
    delete process.env.AWS_ENDPOINT_URL_ROUTE53RESOLVER;
  });

  it('is a call of AWS JSON 1.1 at the regional address', () => {
    expect(jsonRequest(SERVICE, WISH)).toMatchObject({
      method: 'POST',
      protocol: 'https:',
      hostname: 'route53resolver.eu-west-1.amazonaws.com',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'Route53Resolver.ListResolverRules',
      },
      body: '{"MaxResults":1}',
    });
  });

  it('goes where China has its services', () => {
    const { hostname } = jsonRequest(SERVICE, {
      ...WISH,
      region: 'cn-north-1',
    });
    expect(hostname).toBe('route53resolver.cn-north-1.amazonaws.com.cn');
  });

  it('goes where the variables of the SDK say, the service’s own first', () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:4566';
    expect(jsonRequest(SERVICE, WISH)).toMatchObject({
      hostname: '127.0.0.1',
      port: 4566,
      headers: { host: '127.0.0.1:4566' },
    });
    process.env.AWS_ENDPOINT_URL_ROUTE53RESOLVER = 'https://dns.test';
    expect(jsonRequest(SERVICE, WISH).hostname).toBe('dns.test');
  });
});
