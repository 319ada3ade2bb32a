import { COMMON_WORDS } from './commonWords.ts';
import { wordsOf } from './words.ts';

/**
 * What people call by many names, one thing a line: the concept, then the ways to say it. Compared word by word after
 * endings are undone, so "signing in" needs no line of its own.
 */
const SAME = `
signin: sign in, sign into, sign on, log in, log into, log on, logg in, logg on, login, logon, signin
signout: sign out, sign off, log out, log off, logout, logoff
redirecturi: redirect uri, redirect url, reply url, reply uri, reply address, return url, return address, callback url, callback uri, redirect_uri
mfa: mfa, 2fa, multi factor authentication, multifactor authentication, multi factor, multifactor, two factor authentication, two factor, second factor, additional verification
conditionalaccess: conditional access policy, conditional access, ca policy
clientsecret: client secret, client_secret, clientsecret, app secret, application secret
serviceprincipal: service principal, enterprise app, enterprise application, spn
appregistration: app registration, application registration
app: app, application
admin: admin, administrator
username: user name, username, upn, user principal name
password: password, passwd, pwd
certificate: certificate, cert
locked: lock out, locked out, lockout, locked, lock
expire: expire, expired, expiry, ran out, run out, runs out, past its end, out of date, outdated
blocked: block, deny, denied, forbid, forbidden, refuse
notfound: does not exist, do not exist, did not exist, not exist, not found, not be found, not find, no such, nonexistent
refreshtoken: refresh token, refresh_token
authcode: authorization code, auth code
popup: popup, pop up
managedidentity: managed identity, msi
tenant: tenant, directory, organization, organisation
disabled: disable, switched off, turned off, deactivate
guest: guest, external user, b2b user, b2b collaboration
publicclient: public client, public app
azurecli: azure cli, az cli, az
adfs: adfs, ad fs
compliant: compliant, noncompliant, compliance
consent: consent, admin approval, need approval
authenticate: authenticate, authentication, auth
wrong: wrong, incorrect, invalid, bad
mismatch: mismatch, not match, missmatch, differ, different
device: device, laptop, pc, computer, workstation
timeout: time out, timed out, timeout, times out
wam: wam, broker
`;

/** Words that speak of any error, so they tell none. */
const ANY_ERROR = new Set(
  ['error', 'message', 'fail', 'failure', 'get', 'issue', 'show', 'can', 'able'].map(stem),
);

const MAX_WORDS_OF_A_WAY = 4;
const WAYS = new Map<string, string>(
  SAME.trim()
    .split('\n')
    .flatMap((row) => {
      const [concept, ways] = row.split(': ') as [string, string];
      return ways.split(', ').map((way): [string, string] => [wordsOf(way).map(stem).join(' '), concept]);
    }),
);
const BEGINNINGS = new Set([...WAYS.keys()].map((way) => way.split(' ')[0]!));

/**
 * What a text is about: its telling words, each once, with the different ways to say a thing made one. "The client
 * secret ran out" and "expired client_secret" are the same.
 *
 * @param words as `wordsOf` gives them
 */
export function conceptsOf(words: string[]): Set<string> {
  const stems = words.map(stem);
  const concepts = new Set<string>();
  let at = 0;
  while (at < stems.length) {
    const length = BEGINNINGS.has(stems[at]!) ? lengthOfWay(stems, at) : 0;
    if (length > 0) concepts.add(WAYS.get(stems.slice(at, at + length).join(' '))!);
    else if (isTelling(words[at]!) && !ANY_ERROR.has(stems[at]!)) concepts.add(stems[at]!);
    at += Math.max(1, length);
  }
  return concepts;
}

/** The longest way to say a concept that begins at a word, in words; 0 where none does. */
function lengthOfWay(stems: string[], at: number): number {
  let length = Math.min(MAX_WORDS_OF_A_WAY, stems.length - at);
  while (length > 0 && !WAYS.has(stems.slice(at, at + length).join(' '))) length--;
  return length;
}

const isTelling = (word: string) => word.length > 1 && !COMMON_WORDS.has(word) && !/^\d+$/.test(word);

/** "signing", "signed" and "signs" are one word to a person who asks. */
function stem(word: string): string {
  if (word.length < 5 || word.includes('_')) return word;
  return word.replace(/(?:ations?|ing|ed|ion|ment|er|es|e|ly)$/, (ending, at: number) =>
    at >= 4 ? '' : ending,
  );
}
