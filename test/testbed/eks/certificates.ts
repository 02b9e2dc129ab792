import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * File with the authority that signed the certificate of the bed's OpenID Connect issuers; eksctl reads it by
 * `SSL_CERT_FILE`. It is there from the first cluster until the bed stops.
 *
 * @param url - address of the bed
 */
export function certificateFile(url: string): string {
  return join(tmpdir(), `scalardl-on-eks-testbed-${new URL(url).port}.pem`);
}
