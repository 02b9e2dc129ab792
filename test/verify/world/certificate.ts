import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

/** A certificate and its key, both PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const UTF8_STRING = 0x0c;
const BIT_STRING = 0x03;
const GENERALIZED_TIME = 0x18;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const DNS_NAME = 0x82;

/** ecdsa-with-SHA256 and commonName (https://www.rfc-editor.org/rfc/rfc5758, https://www.rfc-editor.org/rfc/rfc5280). */
const ECDSA_WITH_SHA256 = der(
  SEQUENCE,
  der(OBJECT_ID, Buffer.from('2a8648ce3d040302', 'hex')),
);
const COMMON_NAME = der(OBJECT_ID, Buffer.from('550403', 'hex'));

/** subjectAltName; clients that verify a host look nowhere else. */
const ALTERNATIVE_NAME = der(OBJECT_ID, Buffer.from('551d11', 'hex'));

/** A certificate on P-256 that vouches for itself until that day. */
export function selfSigned(host: string, notAfter: Date): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const content = toBeSigned(host, { notAfter, publicKey });
  const signature = sign('sha256', content, privateKey);
  const whole = der(
    SEQUENCE,
    content,
    ECDSA_WITH_SHA256,
    der(BIT_STRING, Buffer.from([0]), signature),
  );
  return {
    certificate: pem('CERTIFICATE', whole),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function toBeSigned(
  host: string,
  { notAfter, publicKey }: { notAfter: Date; publicKey: KeyObject },
): Buffer {
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(host)))),
  );
  const serial = createHash('sha256').update(host).digest().subarray(0, 8);
  const yearBefore = new Date(notAfter.getTime() - 365 * 24 * 3_600_000);
  return der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), serial])),
    ECDSA_WITH_SHA256,
    name,
    der(SEQUENCE, time(yearBefore), time(notAfter)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    alternativeName(host),
  );
}

function alternativeName(host: string): Buffer {
  const names = der(SEQUENCE, der(DNS_NAME, Buffer.from(host)));
  const extension = der(SEQUENCE, ALTERNATIVE_NAME, der(OCTET_STRING, names));
  return der(EXTENSIONS, der(SEQUENCE, extension));
}

function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(GENERALIZED_TIME, Buffer.from(text));
}

/** One value of the distinguished encoding: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([
    Buffer.from([tag, ...length(content.length)]),
    content,
  ]);
}

function length(bytes: number): number[] {
  if (bytes < 0x80) return [bytes];
  return bytes < 0x100 ? [0x81, bytes] : [0x82, bytes >> 8, bytes & 0xff];
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return [
    `-----BEGIN ${label}-----`,
    ...lines,
    `-----END ${label}-----`,
    '',
  ].join('\n');
}
