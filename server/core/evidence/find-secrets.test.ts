import assert from 'node:assert/strict';
import * as corpus from '../../../test/corpora/secrets/secrets';
import { findSecrets } from './find-secrets';

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (payload: object) => `${url({ alg: 'RS256' })}.${url(payload)}.${'s'.repeat(43)}Q9`;
const key = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R4ha9qQ5g7Rk2';
const pem = (kind: string, line = '\n') =>
  `-----BEGIN ${kind}-----${line}${key}${line}${key}${line}-----END ${kind}-----`;
/** Built here so that no scanner of this repository takes it for a real one. */
const issued = (prefix: string, length: number) => prefix + 'Zq7Rt2Kp9Lm4Wx8Vb3Nc6Hd1'.repeat(4).slice(0, length);

const secrets: readonly (readonly [kind: string, text: string])[] = [
  ...['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'OPENSSH PRIVATE KEY'].map(
    (kind) => ['privateKey', pem(kind)] as const,
  ),
  ['privateKey', `"key": "${pem('PRIVATE KEY', '\\n')}"`],
  ['privateKey', pem('RSA PRIVATE KEY', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,3F17F5316E2BAC89\n\n')],
  ['credentials', `Authorization: Basic ${base64('svc-dmp:Tr4verse-9!')}`],
  ['credentials', `"authorization": "Basic ${base64('svc:Kq8-zT2-pL')}"`],
  ['credentials', `{"name":"Authorization","value":"Basic ${base64('svc:Kq8-zT2-pL')}"}`],
  ['credentials', `Proxy-Authorization: Basic ${base64('u:9fKz-Tt3')}`],
  ['token', 'Authorization: Bearer 8f2kT9qLm3Xz7Rv1Wb5Ny4Hc'],
  ['token', `authorization=Bearer ${jwt({ sub: 'a' })}`],
  ['token', `Authorization: Bearer ${jwt({ sub: 'a'.repeat(600) })}`],
  ['credentials', 'jdbc:postgresql://app:S3cr-Pa55@db.interne:5432/base'],
  ['credentials', 'https://robot:f4Kd92-kd@forge.interne/depot.git'],
  ['credentials', 'redis://:Tr4verse-9@cache.interne:6379'],
  ['credentials', 'spring.datasource.password=Tr4verse-9!'],
  ['credentials', 'DB_PASSWORD="Tr4verse-9!"'],
  ['credentials', 'Server=bdd;User Id=app;Password=Kd8-2kLq;'],
  ['credentials', 'mot_de_passe: Tr4verse92'],
  ['credentials', '"client_secret": "b7Zk-92kd-LLq8-11aa"'],
  ['credentials', 'grant_type=client_credentials&client_id=a&client_secret=b7Zk92kdLLq811aa'],
  ['credentials', '<wsse:Password Type="PasswordText">Tr4verse-9</wsse:Password>'],
  ['credentials', 'api_key = "9d8f7a6b5c4d3e2f1a0b"'],
  ['token', '"refresh_token":"8xLOxBtZp8kT9qLm3Xz7Rv1W"'],
  ['token', '"access_token" : "2YotnFZFEjr1zCsicMWpAA9"'],
  ['credentials', String.raw`"text":"{\"client_secret\":\"b7Zk-92kd-LLq8-11aa\"}"`],
  ['credentials', '{&quot;password&quot;:&quot;Tr4verse-9!&quot;}'],
  ['credentials', '{ "name": "client_secret",\n                "value": "b7Zk-92kd-LLq8-11aa" }'],
  ['credentials', '<property name="db.password" value="Tr4verse-9!"/>'],
  ['credentials', '<entry key="db.password">Tr4verse-9!</entry>'],
  ['credentials', 'dbPassword=Tr4verse-9!'],
  ['credentials', 'clientSecret: "b7Zk-92kd-LLq8-11aa"'],
  ['privateKey', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\nAAAA'],
  ['token', issued('ghp_', 36)],
  ['token', issued('glpat-', 20)],
  ['token', issued('AIza', 35)],
  ['token', issued('sk_live_', 24)],
];

const lookAlikes: readonly string[] = [
  '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----\nMIIE...\n-----END PRIVATE KEY-----',
  pem('CERTIFICATE'),
  pem('PUBLIC KEY'),
  pem('CERTIFICATE REQUEST'),
  'Authorization: Basic ********',
  `Authorization: Basic ${base64('user:password')}`,
  `Authorization: Basic ${base64('user:xxxx')}`,
  'Authorization: Bearer <jeton>',
  'Authorization: Bearer ${ACCESS_TOKEN}',
  'Authorization: Bearer eyJhbGciOi…',
  'Authorization: Bearer [REDACTED-BY-PROXY-000]',
  'Mot de passe : obligatoire',
  'Mot de passe : 12 caractères au minimum',
  'password: required',
  'password=********',
  'password=${DB_PASSWORD}',
  'DB_PASSWORD=%DB_PASSWORD%',
  'password: process.env.PASSWORD1',
  '<input type="password" name="password" autocomplete="current-password">',
  'const password = getPassword();',
  'password = utf8StringToString(password);',
  'http://user:Tr4verse@localhost:6379',
  'PWD=/home/app/releases/12',
  'Le mot de passe expire le 2026-11-02',
  'https://exemple.fr:8443/chemin@2',
  'https://user:password@exemple.fr/',
  'client_secret=votre_secret_1',
  '"client_secret": "<à compléter>"',
  '<Password>***</Password>',
  'token_type: Bearer',
  '"access_token": "xxxx-masque-1"',
  'AKIAIOSFODNN7EXAMPLE',
  'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
  'passwordPolicy: minLength8',
  '<label for="password">Saisir-12-signes</label>',
  'nopassword=Tr4verse-9!',
  'secret: aucun-2026',
  String.raw`"text":"{\"password\":\"********\"}"`,
  'INS 279035121518989 sous 1.2.250.1.213.1.4.10',
  'redis://:abc@cache.interne:6379',
  'Voir « ://svc:Kq8zT2pL@hote »',
  'https://svc:xxxxxxxx@forge.interne/depot.git',
  'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none',
  '<password>********</password>',
  '<api_key>votre_cle_api</api_key>',
  'accessKey=9d8f7a6b5c4d3e2f',
  'Authorization: Basic pas.de~base64',
  `"auth": "${base64('\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008')}"`,
  `AUTH PLAIN ${base64('sans champ ni mot')}`,
  `AUTH XOAUTH2 ${base64('user=a\u0001auth=Bearer xxxxxxxxxxxxxxxxxxxx\u0001\u0001')}`,
  `AUTH XOAUTH2 ${base64('user=svc\u0001auth=Bearer k4\u0001\u0001')}`,
  'Cookie: JSESSIONID=xxxxxxxxxxxxxxxxxxxx',
  'USER svc\n331 ok\nPASS ********',
  'Mot de passe : réinitialisé',
];

describe('secrets in a text', () => {
  for (const [kind, text] of secrets)
    it(`sees ${text.slice(0, 48).replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(
        findSecrets(`avant\n${text}\naprès`).map((one) => [one.kind, one.line]),
        [[kind, 2]],
      );
    });

  for (const text of lookAlikes)
    it(`sees none in ${text.slice(0, 48).replaceAll('\n', ' ')}`, () => {
      assert.deepEqual(findSecrets(text), []);
    });

  it(`misses none of ${corpus.secrets.length} others`, () => {
    const found = corpus.secrets.map(([, text]) => [
      text,
      findSecrets(`avant\n${text}\naprès`).map(({ kind }) => kind),
    ]);
    assert.deepEqual(
      found,
      corpus.secrets.map(([kind, text]) => [text, [kind]]),
    );
  });

  it(`sees none in ${corpus.lookAlikes.length} that only look like one`, () => {
    const told = corpus.lookAlikes.filter((text) => findSecrets(`avant\n${text}\naprès`).length > 0);
    assert.deepEqual(told, []);
  });

  it('never keeps the value', () => {
    for (const [, text] of [...secrets, ...corpus.secrets]) {
      const told = JSON.stringify(findSecrets(text));
      for (const word of [
        'Tr4verse',
        'S3cr',
        'Kd8',
        'b7Zk',
        '8f2k',
        '8xLO',
        '2Yot',
        'Zq7R',
        '9d8f7',
        '8F3A',
        '8f3a',
        key,
      ])
        assert.ok(!told.includes(word));
    }
  });

  it('tells when a token ends', () => {
    const [found] = findSecrets(`Authorization: Bearer ${jwt({ exp: 1793600000 })}`);
    assert.equal(found?.until, '2026-11-02');
    assert.equal(findSecrets(`Authorization: Bearer ${jwt({})}`)[0]?.until, undefined);
    // In the alphabet of addresses: `-` and `_`.
    const signed = jwt({ sub: '~~~???>>>', exp: 1793600000 });
    assert.match(signed.split('.')[1] ?? '', /-.*_|_.*-/);
    assert.equal(findSecrets(`Authorization: Bearer ${signed}`)[0]?.until, '2026-11-02');
  });

  it('tells when a session ends, by its token before what the server says', () => {
    const untilOf = (text: string) => findSecrets(text).map(({ form, until }) => [form, until]);
    assert.deepEqual(untilOf(`Set-Cookie: access_token=${jwt({ exp: 1793600000 })}; Max-Age=60`), [
      ['Set-Cookie: access_token', '2026-11-02'],
    ]);
    assert.deepEqual(untilOf('Set-Cookie: SID=8f2kT9qLm3Xz7Rv1Wb5N; Expires=Wed, 21-Oct-2026 07:28:00 GMT'), [
      ['Set-Cookie: SID', '2026-10-21'],
    ]);
    for (const rest of ['', '; Expires=bientôt, sans doute'])
      assert.deepEqual(untilOf(`Set-Cookie: SID=8f2kT9qLm3Xz7Rv1Wb5N${rest}`), [['Set-Cookie: SID', undefined]]);
  });

  it('says where the caller found the text, and no line of one that has none', () => {
    const line = 'DB_PASSWORD="Tr4verse-9!"';
    assert.deepEqual(findSecrets(line, { where: 'a.zip/b.log', firstLine: null }), [
      { kind: 'credentials', form: 'DB_PASSWORD', where: 'a.zip/b.log' },
    ]);
  });

  it('keeps its places behind a letter that small letters make longer', () => {
    assert.deepEqual(findSecrets('İstanbul İ\nPASSWORD="Tr4verse-9!"'), [
      { kind: 'credentials', form: 'PASSWORD', line: 2 },
    ]);
  });

  it('takes a time that grows with the text, not with its square', () => {
    for (const piece of [
      'password=',
      'a.',
      '-----BEGIN PRIVATE KEY-----',
      'Authorization: Basic ',
      'http://a:',
      'ey.',
      '"',
    ])
      assert.ok(Array.isArray(findSecrets(piece.repeat(200_000 / piece.length))));
  });
});
