import { trustsOnly } from './trustsOnly';

/** Authorities of two clusters; both are called `kubernetes`, as EKS calls them all. Their keys are not kept. */
const OWN = `-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIUbj2wUTCcfCufN3WtdarMMG9y5CswCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKa3ViZXJuZXRlczAeFw0yNjExMjgwNzQyMjBaFw0zNjExMjUw
NzQyMjBaMBUxEzARBgNVBAMMCmt1YmVybmV0ZXMwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASQr5tzorW84f+2OOo9Ue5/t2Bi9lDQFHe9DLJQmo+m55JBRio6wZz5
mqA5Hly399R7UH7vWQlGhEurYqLdDwIXo1MwUTAdBgNVHQ4EFgQUDAEFlKvvI7fZ
3C3NJ7FsOq0dU0QwHwYDVR0jBBgwFoAUDAEFlKvvI7fZ3C3NJ7FsOq0dU0QwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAUMcRG/cvNelkgvG5/3GG4
lVpGTjRVw9BrwS1MiyceMgIge3VTPpw5/K3iuoMEfi09nUbo/gGhZdbsS63sjUCT
qi8=
-----END CERTIFICATE-----`;
const OTHER = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIULhdfClyij4eJ2XXB3+os5AgSlFwwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKa3ViZXJuZXRlczAeFw0yNjExMjgwNzQyMjBaFw0zNjExMjUw
NzQyMjBaMBUxEzARBgNVBAMMCmt1YmVybmV0ZXMwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARyDyOS6pTnRVviMw02zp05rhzOIlOq3cxsE1oo3t01dDqEzECu/TiV
PcITyOcrI6JSo0llHUNpT620K2cKSohPo1MwUTAdBgNVHQ4EFgQUwzz3rGEWxFMw
q2wjjOan5GS4Qf0wHwYDVR0jBBgwFoAUwzz3rGEWxFMwq2wjjOan5GS4Qf0wDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAleoO8fH1y5k5NSQKHDoT
EasX4sV5JxoJ0lCEX2YcUpkCIFSrgz1cSTwLNZ6TZl6VpuYSHzw0Pm85rGcybNXk
8Mxv
-----END CERTIFICATE-----`;

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('trustsOnly', () => {
  it.each<[string, string | undefined, boolean]>([
    ["the cluster's own authority", base64(OWN), true],
    [
      'it in other lines and with words around it',
      base64(`# pay-ledger\r\n${OWN.replaceAll('\n', '\r\n')}\r\n`),
      true,
    ],
    ['that of another cluster, of the same name', base64(OTHER), false],
    ['both, of which either would do', base64(`${OWN}\n${OTHER}`), false],
    ['those of everybody', undefined, false],
    ['nothing that is a certificate', base64('nothing'), false],
    [
      'something that only looks like one',
      base64(OWN.replace(/M[A-Za-z]{3}/, '!!!!')),
      false,
    ],
  ])('of %s', (_, trusted, expected) => {
    expect(trustsOnly(trusted, base64(OWN))).toBe(expected);
  });

  it('is not told while the cluster has none yet', () => {
    expect(trustsOnly(base64(OWN), undefined)).toBe(false);
  });

  it('does not take one unreadable certificate for another', () => {
    const broken = base64(OWN.replace(/M[A-Za-z]{3}/, '!!!!'));
    expect(trustsOnly(broken, broken)).toBe(false);
  });
});
