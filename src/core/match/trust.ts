import { conceptsOf } from './concepts.ts';
import { wordsOf } from './words.ts';

/** Signs that a text is about signing in to Microsoft Entra ID: its names, its libraries, its addresses. */
const ENTRA =
  /\b(?:entra|aad|adal\w*|msal\w*|azure ?ad|azure active directory|conditional access|managed identity|service principal|app registration|adfs|sign-?in logs?|az login|azd auth|Connect-(?:Az|Mg|Pnp)\w*|acquireToken\w*|login(?:Popup|Redirect)|imds|o(?:ffice ?)?365|b2c|admin consent|oidctoken|[A-Z]\w{2,30}Credential)\b|169\.254\.169\.254|@azure\/(?:identity|msal)|login\.microsoftonline|azure[.-]identity|Microsoft\.Identity|PublicClientApplication/i;
/** Signs that it is about Microsoft's cloud, though not necessarily about signing in. */
const MICROSOFT =
  /\b(?:azure|microsoft|m365|intune|sharepoint|outlook|teams|tenant|powershell|windows hello|graph api|keychain|libsecret|redirect ur[il]|reply url|consent)\b/i;
/** Signs that it is about somebody else's sign-in. */
const FOREIGN =
  /\b(?:google|gcp|keycloak|okta|auth0|aws|amazon|dynamodb|github|gitlab|bitbucket|docker(?:\s?hub)?|kubectl|kubeconfig|npm|openai|firebase|cognito|facebook|salesforce|slack|zoom|discord|twitter|hackmd|nuget|stripe|paypal|twilio|pypi|maven|jenkins|jira|GetCallerIdentity|InvalidClientTokenId|ldap|ssh|postgres\w*|mysql|mongodb|redis|oracle|sql server|nginx|apache|vpn|wi-?fi)\b/i;

export const IN_MICROSOFT = 0.85;

/** How likely a text with words that software prints is about this field at all, before anything in it is matched. */
export function trustIn(text: string): number {
  const isForeign = FOREIGN.test(text);
  if (ENTRA.test(text)) return isForeign ? 1.05 : 1.2;
  if (MICROSOFT.test(text)) return isForeign ? 0.65 : IN_MICROSOFT;
  return isForeign ? 0.5 : 0.65;
}

/** Does a text speak of signing in at all? */
export const isOfSignIn = (concepts: ReadonlySet<string>): boolean =>
  [...concepts].some((concept) => SIGN_IN.has(concept));

/** Concepts of signing in, to whatever it may be. */
const SIGN_IN = new Set(
  conceptsOf(
    wordsOf(
      `sign in, sign out, redirect uri, mfa, authenticator, conditional access, client secret, service principal, app
      registration, username, password, certificate, locked, token, refresh token, authorization code, access token, id
      token, managed identity, tenant, guest, public client, azure cli, azd, adfs, pass-through authentication, sspr,
      password writeback, consent, account, user, saml, sso, oauth, oidc, scope, claim, credential, federated credential,
      assertion, grant_type, client_id, response_type, pkce, prt, kerberos, identity, lockout, invitation, risky, issuer,
      secret, thumbprint, entra, msal`,
    ),
  ),
);

/** Where Entra ID works together with another system, naming that system means nothing else. */
const OF_BOTH = new Set(
  conceptsOf(wordsOf('guest, federated credential, federation, workload, oidc, pipeline, subject')),
);

/**
 * The same for a question in a person's own words. Whoever asks this bot about a locked account means Entra ID, unless
 * another system is named; a question without a word of sign-in is hardly for it.
 *
 * @param concepts of the question
 */
export function trustInQuestion(text: string, concepts: ReadonlySet<string>): number {
  const isForeign = FOREIGN.test(text) && ![...concepts].some((concept) => OF_BOTH.has(concept));
  if (ENTRA.test(text)) return isForeign ? 0.9 : 1.1;
  const trust = isOfSignIn(concepts) ? 1 : MICROSOFT.test(text) ? 0.7 : 0.6;
  return isForeign ? trust * 0.6 : trust;
}
