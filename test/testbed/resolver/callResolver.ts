import { clientOptions, type Place } from '../awsClients.ts';
import type { TestbedControl } from '../controlClient.ts';

/**
 * Calls Route 53 Resolver, for which the repository has no client of the SDK
 * (https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53_Resolver.html).
 *
 * @throws Error with the answer of AWS
 */
export async function callResolver<Output>(
  testbed: TestbedControl,
  place: Place,
  { operation, input }: { operation: string; input: object },
): Promise<Output> {
  const { endpoint, credentials } = await clientOptions(testbed, place);
  const scope = `20260101/${place.region}/route53resolver/aws4_request`;
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      // The bed reads who calls, and verifies no signature.
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=host, Signature=0`,
      'x-amz-security-token': credentials.sessionToken,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Route53Resolver.${operation}`,
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${operation}: ${await answer.text()}`);
  return (await answer.json()) as Output;
}
