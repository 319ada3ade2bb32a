import { COMMON_WORDS } from './commonWords.ts';
import { wordsOf } from './words.ts';

/**
 * What people call by many names, one thing a line: the concept, then the ways to say it. Compared word by word after
 * endings are undone, so "signing in" needs no line of its own.
 */
const SAME = `
signin: sign in, sign into, sign on, log in, log into, log on, logg in, logg on, login, logon, signin, get in
signout: sign out, sign off, log out, log off, logout, logoff
redirecturi: redirect uri, redirect url, reply url, reply uri, reply address, return url, return address, callback url, callback uri, redirect_uri, redirect address
mfa: mfa, 2fa, multi factor authentication, multifactor authentication, multi factor, multifactor, two factor authentication, two factor, second factor, additional verification, more information required
authenticator: authenticator app, microsoft authenticator, authenticator, push, approve sign in request
conditionalaccess: conditional access policy, conditional access, ca policy, cond access
clientsecret: client secret, client_secret, clientsecret, app secret, application secret
serviceprincipal: service principal, enterprise app, enterprise application, ent app, spn
appregistration: app registration, application registration, app reg
app: app, application
admin: admin, administrator
username: user name, username, upn, user principal name
password: password, passwd, pwd, pw
account: account, acct
certificate: certificate, cert
locked: lock out, locked out, lockout, locked, lock
expire: expire, expired, expiry, ran out, run out, runs out, past its end, out of date, outdated
blocked: block, deny, denied, forbid, forbidden, refuse
notfound: does not exist, do not exist, did not exist, not exist, not found, not be found, not find, no such, nonexistent
refreshtoken: refresh token, refresh_token
authcode: authorization code, auth code
popup: popup, pop up
managedidentity: managed identity, msi
tenant: tenant, directory, organization, organisation, org
disabled: disable, switched off, turned off, deactivate
guest: guest, external user, b2b user, b2b collaboration, b2b guest
publicclient: public client, public app
azurecli: azure cli, az cli, az
developercli: azure developer cli, azd
adfs: adfs, ad fs
passthrough: pass through authentication, passthrough authentication, pass through, pta
writeback: password writeback, password write back, write back, writeback
sspr: self service password reset, sspr
onpremises: on premises, on premise, onprem, on prem, onpremises
compliant: compliant, noncompliant, compliance
consent: consent, admin approval, need approval
authenticate: authenticate, authentication, auth
wrong: wrong, incorrect, invalid, bad
mismatch: mismatch, not match, missmatch, differ, different
device: device, laptop, pc, computer, workstation
browser: browser, chrome, edge, firefox, safari
timeout: time out, timed out, timeout, times out
wam: wam, broker
spa: spa, single page app, single page application
federatedcredential: federated credential, federated identity credential, oidc federation
phone: phone, mobile
environmentvariable: environment variable, env var, env variable
`;

/** Words that speak of any error, so they tell none. */
const ANY_ERROR = new Set(
  ['error', 'message', 'fail', 'failure', 'get', 'issue', 'show', 'can', 'able'].map(stem),
);

/** What people tell around their question: when, who, how they feel about it. */
const TOLD_AROUND = new Set(
  `yesterday today tomorrow tonight morning evening night noon weekend week month year hour minute min hr sec second
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december ago late early past recent recently sudden suddenly constantly exactly twice
  colleague guy team boss ceo cfo manager hr vendor supplier customer contractor employee staff starter
  worker partner person woman man everyone lady kid folk joiner
  fine ok okay normal weird strange odd funny sorry hi hey hello thanks thx pls plz please urgent asap idea guess bet
  swear suspect assume believe understand suppose prob probably apparently obviously literally basically honestly
  actually really seemingly somehow anyway btw fyi imho
  ran die died dead broke broken red green happen start stop begin keep hit press click land pop load reload play swap
  stuff thing place kind sort half whole couple handful bunch few plus huge tiny big small brand nice
  home holiday vacation travel trip hotel abroad
  does doesn isn wasn aren won didn don cant wont dont didnt isnt im ive its theyre youre whats`
    .split(/\s+/)
    .filter(Boolean)
    .map(stem),
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
 * @param stemOf a `stem` that remembers, for many texts
 */
export function conceptsOf(words: string[], stemOf = stem): Set<string> {
  const stems = words.map(stemOf);
  const concepts = new Set<string>();
  let at = 0;
  while (at < stems.length) {
    const length = BEGINNINGS.has(stems[at]!) ? lengthOfWay(stems, at) : 0;
    if (length > 0) concepts.add(WAYS.get(stems.slice(at, at + length).join(' '))!);
    else if (isTelling(words[at]!) && !ANY_ERROR.has(stems[at]!) && !TOLD_AROUND.has(stems[at]!))
      concepts.add(stems[at]!);
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
export function stem(word: string): string {
  if (word.length < 5 || word.includes('_')) return word;
  return word.replace(/(?:ations?|ing|ed|ion|ment|er|es|e|ly)$/, (ending, at: number) =>
    at >= 4 ? '' : ending,
  );
}
