/** Opens nothing: a key made for these tests, with a certificate of its own for receiver.test. */
export const receiverKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+4iOtTOl9WFaGMOP
duvwQ7nFr4pZUXXZh1wSCPXX6oGhRANCAAQ3NfCm+gp2ofyPnhGBpE81FQ+FtLhV
mfy6r7rq62hevRTVMV8SIA73N1sI+7CHGVitN52Ka0eEmpwI3NXaQvrx
-----END PRIVATE KEY-----
`;

/** Valid for receiver.test and what lies below it, until 2126. */
export const receiverCertificate = `-----BEGIN CERTIFICATE-----
MIIBsTCCAVigAwIBAgIUGXJ1aiHCO5X/yQQJdsxlRfGtxbwwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDAgFw0yNjExMjIxNzI3MzZaGA8yMTI2
MTAyOTE3MjczNlowGDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABDc18Kb6Cnah/I+eEYGkTzUVD4W0uFWZ/LqvuurraF69
FNUxXxIgDvc3Wwj7sIcZWK03nYprR4SanAjc1dpC+vGjfjB8MB0GA1UdDgQWBBSF
wMSb5p2Z8Kf++F65Nr/fifzn0TAfBgNVHSMEGDAWgBSFwMSb5p2Z8Kf++F65Nr/f
ifzn0TAPBgNVHRMBAf8EBTADAQH/MCkGA1UdEQQiMCCCDXJlY2VpdmVyLnRlc3SC
DyoucmVjZWl2ZXIudGVzdDAKBggqhkjOPQQDAgNHADBEAiBuP+MzAoXCgGjp4mhW
woOCdGHrY7NjlRNLLJmbZ+epUwIgVJPZ5u2T9CSxv+8CoW4ssmaNWN3yJ9db2A8m
WwQr7eY=
-----END CERTIFICATE-----
`;
