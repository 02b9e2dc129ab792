/** A service of AWS that speaks AWS JSON 1.1. */
export interface JsonService {
  /** In its address and its signature, such as `route53resolver`. */
  name: string;
  /** What stands before the operation in `X-Amz-Target`, such as `Route53Resolver`. */
  target: string;
}

interface Wish {
  operation: string;
  input: object;
  region: string;
  userAgent: string;
}

/** A request that is yet to be signed. */
export function jsonRequest(
  service: JsonService,
  { operation, input, region, userAgent }: Wish,
) {
  const { protocol, hostname, port, host, pathname } = addressOf(
    service,
    region,
  );
  return {
    method: 'POST',
    protocol,
    hostname,
    port: port ? Number(port) : undefined,
    path: pathname,
    query: {},
    headers: {
      host,
      'content-type': 'application/x-amz-json-1.1',
      'user-agent': userAgent,
      'x-amz-target': `${service.target}.${operation}`,
    },
    body: JSON.stringify(input),
  };
}

/** The regional address, or the one that the SDK's own variables name. */
function addressOf({ name }: JsonService, region: string): URL {
  const { env } = process;
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  return new URL(
    env[`AWS_ENDPOINT_URL_${name.toUpperCase()}`] ??
      env.AWS_ENDPOINT_URL ??
      `https://${name}.${region}.amazonaws.com${suffix}`,
  );
}
