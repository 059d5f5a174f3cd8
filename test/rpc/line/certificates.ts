import { CERTIFICATE, PRIVATE_KEY } from '../../config/certificates.ts';

// For tests alone. Each certificate is its own authority, made out to localhost and valid for a hundred years.

/** What the members of a cluster show each other. */
export const OURS = { cert: Buffer.from(CERTIFICATE), key: Buffer.from(PRIVATE_KEY), ca: Buffer.from(CERTIFICATE) };

const THEIR_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUJrJ2L7c9InPyl1qJ+k1usCeabDgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTE1MjQ1MVoYDzIxMjYxMDI4
MTUyNDUxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQZ+bC3vDzgUKw/LDUjj/baiE4m6e2Bt/Leq8eXXHdp/eLnevoFrqLE
aScUDKjrY1dPMSFfpMZ0/8hMfv+//IsKo1MwUTAdBgNVHQ4EFgQU5IzhsahdPpNY
fCsblU0GrH5HoQAwHwYDVR0jBBgwFoAU5IzhsahdPpNYfCsblU0GrH5HoQAwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBqQhofBnl6oReDpCUIwXHT
ut4CQTm/yv+JieCg8uC6SgIhAJd+mwT4sKo+0hIwnAn3mnxqkFOPNrm2sY00dVls
N65M
-----END CERTIFICATE-----
`;

const THEIR_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzr7ohxNr5u5m7L9v
wDZV2R2zprlqzRLmH0fF2nIOHwuhRANCAAQZ+bC3vDzgUKw/LDUjj/baiE4m6e2B
t/Leq8eXXHdp/eLnevoFrqLEaScUDKjrY1dPMSFfpMZ0/8hMfv+//IsK
-----END PRIVATE KEY-----
`;

/** Of somebody else, who trusts whom we trust. */
export const STRANGERS = { cert: Buffer.from(THEIR_CERTIFICATE), key: Buffer.from(THEIR_KEY), ca: OURS.ca };

/** Of another cluster. */
export const THEIRS = { ...STRANGERS, ca: STRANGERS.cert };
