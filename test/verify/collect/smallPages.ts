import type { OpenSide } from '@scalardl-on-eks/verify-guidelines/src/collect/sideAccess';

/** A request of the SDK, as far as it is changed here. */
interface WireRequest {
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: unknown;
}

interface Handler {
  handle(request: WireRequest, options?: unknown): Promise<unknown>;
}

interface Extensible {
  httpHandler(): Handler;
  setHttpHandler(handler: Handler): void;
}

/** The least that each API allows. */
const SMALLEST: Record<string, number> = {
  MaxResults: 5,
  MaxRecords: 20,
};

/**
 * Has every listing answered in the smallest pages that AWS allows: what the collectors ask for is changed on its
 * way, so that a network of a few subnets is read like one of thousands.
 */
export function smallPages(side: OpenSide): OpenSide {
  const extensions = [
    {
      configure(client: Extensible) {
        const handler = client.httpHandler();
        const handle: Handler['handle'] = (request, options) =>
          handler.handle(shrink(request), options);
        client.setHttpHandler(
          Object.assign(Object.create(handler) as Handler, { handle }),
        );
      },
    },
  ];
  return { ...side, aws: Object.assign({ ...side.aws }, { extensions }) };
}

function shrink(request: WireRequest): WireRequest {
  const { body, headers } = request;
  if (
    /\/(?:addons|cluster-versions|fargate-profiles|node-groups)$/.test(
      request.path,
    )
  ) {
    request.query = { ...request.query, maxResults: '1' };
  }
  if (body) {
    const text =
      typeof body === 'string'
        ? body
        : new TextDecoder().decode(body as Uint8Array);
    request.body = shrinkBody(text, headers['x-amz-target']);
    const length = Buffer.byteLength(request.body as string);
    request.headers = { ...headers, 'content-length': String(length) };
  }
  return request;
}

function shrinkBody(body: string, target = ''): string {
  if (target.endsWith('.ListTables')) {
    return JSON.stringify({ ...(JSON.parse(body) as object), Limit: 1 });
  }
  if (target.startsWith('Route53Resolver.')) {
    return JSON.stringify({ ...(JSON.parse(body) as object), MaxResults: 1 });
  }
  // The SDK never names a size of its pages.
  if (body.includes('Action=DescribeLoadBalancers&')) {
    return `${body}&PageSize=1`;
  }
  return body.replace(
    /(MaxResults|MaxRecords)=\d+/,
    (_, name: string) => `${name}=${SMALLEST[name]}`,
  );
}
