import { describe, expect, test } from '@jest/globals';
import { extractDetails } from '../../../src/core/details/extractDetails.ts';
import { cleanText } from '../../../src/core/text/cleanText.ts';

const TRACE = '03da4b8e-5ffe-48ca-9754-aff4276f0100';
const CORRELATION = '7b12f9bb-2eef-42e3-ad75-eee69ec9088d';
const TENANT = '3c631bb7-a9f7-4343-a5ba-a6159135f1fc';
const APP = '86be4c01-505b-45e9-bfc0-9b825fd84a11';
const TIME = '2022-03-02T18:25:26Z';
const read = (text: string) =>
  extractDetails(cleanText(text), (code) => ['AADSTS50011', 'AADSTS50126', 'AADSTS500121'].includes(code))
    .details;

describe('IDs and time are found in every form in which they arrive', () => {
  test.each([
    [
      'the text block of the token endpoint',
      `AADSTS70011: Not valid.\nTrace ID: ${TRACE}\nCorrelation ID: ${CORRELATION}\nTimestamp: 2022-03-02 18:25:26Z`,
    ],
    [
      'the same on one line',
      `AADSTS70011: Not valid. Trace ID: ${TRACE} Correlation ID: ${CORRELATION} Timestamp: 2022-03-02 18:25:26Z`,
    ],
    [
      'the same inside JSON',
      `"AADSTS70011: Not valid.\\r\\nTrace ID: ${TRACE}\\r\\nCorrelation ID: ${CORRELATION}\\r\\nTimestamp: 2022-03-02 18:25:26Z"`,
    ],
    [
      'the fields of the JSON answer',
      `{"error_codes":[70011],"timestamp":"2022-03-02 18:25:26Z","trace_id":"${TRACE}","correlation_id":"${CORRELATION}"}`,
    ],
    [
      'the error page',
      `Request Id: ${TRACE}\nCorrelation Id: ${CORRELATION}\nTimestamp: 2022-03-02T18:25:26Z\nMessage: AADSTS70011: Not valid.`,
    ],
    [
      'the error page, copied without line breaks',
      `Request Id: ${TRACE} Correlation Id: ${CORRELATION} Timestamp: 2022-03-02T18:25:26Z Message: AADSTS70011: Not valid.`,
    ],
    [
      'the error page, copied without blanks',
      `Request Id: ${TRACE}Correlation Id: ${CORRELATION}Timestamp: 2022-03-02T18:25:26ZMessage: AADSTS70011`,
    ],
    [
      'MSAL.js',
      `ServerError: invalid_request: 70011 - [2022-03-02 18:25:26Z]: AADSTS70011: Not valid. - Correlation ID: ${CORRELATION} - Trace ID: ${TRACE}`,
    ],
    [
      'a printed dict of Python',
      `{'error_codes': [70011], 'timestamp': '2022-03-02 18:25:26Z', 'trace_id': '${TRACE}', 'correlation_id': '${CORRELATION}'}`,
    ],
    [
      'HTML entities',
      `{&quot;trace_id&quot;:&quot;${TRACE}&quot;,&quot;correlation_id&quot;:&quot;${CORRELATION}&quot;,&quot;timestamp&quot;:&quot;2022-03-02 18:25:26Z&quot;}`,
    ],
    [
      'a redirect address',
      `https://app/cb?error_description=AADSTS70011%3a+Not+valid.%0d%0aTrace+ID%3a+${TRACE}%0d%0aCorrelation+ID%3a+${CORRELATION}%0d%0aTimestamp%3a+2022-03-02+18%3a25%3a26Z`,
    ],
    [
      'response headers',
      `x-ms-request-id: ${TRACE}\nclient-request-id: ${CORRELATION}\ntimestamp: 2022-03-02T18:25:26.1234567Z`,
    ],
    [
      'upper case',
      `TRACE ID: ${TRACE.toUpperCase()}\nCORRELATION ID: ${CORRELATION.toUpperCase()}\nTIMESTAMP: 2022-03-02T18:25:26Z`,
    ],
    [
      'a console that breaks lines at its width',
      `Trace ID: 03da4b8e-5ffe-48ca-9754-\naff4276f0100\nCorrelation ID: 7b12f9bb-2eef-42\n  e3-ad75-eee69ec9088d\nTimestamp: 2022-03-02 18:25:26Z`,
    ],
    [
      'CSV of the sign-in log',
      `Date (UTC),Request ID,User agent,Correlation ID,User ID\n2022-03-02T18:25:26Z,${TRACE},"Mozilla, 5.0",${CORRELATION},1`,
    ],
    [
      'German labels',
      `Ablaufverfolgungs-ID: ${TRACE}\nKorrelations-ID: ${CORRELATION}\nZeitstempel: 2022-03-02 18:25:26Z`,
    ],
    [
      'Spanish labels',
      `Id. de seguimiento: x\nID de seguimiento: ${TRACE}\nId. de correlación: ${CORRELATION}\nMarca de tiempo: 2022-03-02 18:25:26Z`,
    ],
    ['Chinese labels', `跟踪 ID: ${TRACE}\n相关 ID: ${CORRELATION}\n时间戳: 2022-03-02 18:25:26Z`],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({
      traceIds: [TRACE],
      correlationIds: [CORRELATION],
      timestamps: [TIME],
    });
  });
});

describe('tenant and app', () => {
  test.each([
    [`POST https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`, { tenantIds: [TENANT] }],
    [`https://sts.windows.net/${TENANT}/`, { tenantIds: [TENANT] }],
    [`"homeTenantId":"${TENANT}","appId":"${APP}"`, { tenantIds: [TENANT], appIds: [APP] }],
    [
      `Application with identifier '${APP}' was not found in the directory '${TENANT}'.`,
      { appIds: [APP], tenantIds: [TENANT] },
    ],
    [`for a secret added to app '${APP}'`, { appIds: [APP] }],
    [`configured the application Payroll Portal ('${APP}') to block users`, { appIds: [APP] }],
    [`Application '${APP}'(Payroll) is disabled`, { appIds: [APP] }],
    [
      `https://login.microsoftonline.com/common/oauth2/authorize?client_id=${APP}&x=1`,
      { appIds: [APP], tenantIds: [] },
    ],
    [`AZURE_TENANT_ID=${TENANT} AZURE_CLIENT_ID=${APP}`, { tenantIds: [TENANT], appIds: [APP] }],
    [
      'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2',
      { tenantDomains: ['contoso.onmicrosoft.com'] },
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test('an ID of documentation that is too short still counts behind its label', () => {
    expect(
      read("tenant ID: 3c631bb7-a9f7-4343-a5ba-a615913 app '86be4c01-505b-45e9-bfc0-9b825fd84'"),
    ).toMatchObject({
      tenantIds: ['3c631bb7-a9f7-4343-a5ba-a615913'],
      appIds: ['86be4c01-505b-45e9-bfc0-9b825fd84'],
    });
  });

  test('a stand-in is no ID', () => {
    expect(read('Correlation ID: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx').correlationIds).toEqual([]);
  });
});

describe('timestamps become UTC', () => {
  test.each([
    ['Timestamp: 2022-03-02 18:25:26Z', TIME, false],
    ['Timestamp: 2022-03-02 19:25:26+01:00', TIME, false],
    ['Timestamp: 2022-03-02T13:25:26-0500', TIME, false],
    ['Timestamp: 2022-03-02 18:25:26', TIME, true],
    ['Timestamp: 2022-03-02T18:25:26ZMessage: AADSTS50011', TIME, false],
    ['timestamp: 3/2/2022 6:25:26 PM UTC', TIME, false],
    ['2022-03-02 18:25:26.123Z ERROR sign-in failed', TIME, false],
  ])('%s', (text, iso, assumed) => {
    expect(read(text)).toMatchObject({ timestamps: [iso], assumedUtc: assumed });
  });

  test('times of other log lines do not count where the error has its own', () => {
    expect(read('2022-01-01 00:00:00Z INFO start\nTimestamp: 2022-03-02 18:25:26Z').timestamps).toEqual([
      TIME,
    ]);
  });

  test('a date that does not exist is no time', () => {
    expect(read('Timestamp: 2022-13-45 18:25:26Z').timestamps).toEqual([]);
  });
});

describe('surroundings', () => {
  test.each([
    ['login.microsoftonline.us', { cloud: 'usgov' }],
    ['https://login.partner.microsoftonline.cn/common', { cloud: 'china' }],
    ['login.microsoftonline.com', { cloud: 'public' }],
    ['aka.ms/azsdk/python/identity/defaultazurecredential/troubleshoot', { sdk: 'python' }],
    ['azure.identity._exceptions.CredentialUnavailableError: x', { sdk: 'python' }],
    ['Azure.Identity.CredentialUnavailableException: x', { sdk: 'net' }],
    [
      'at com.azure.identity.ManagedIdentityCredential.getToken(ManagedIdentityCredential.java:1)',
      { sdk: 'java' },
    ],
    ['BrowserAuthError: interaction_in_progress', { sdk: 'js' }],
    ['github.com/Azure/azure-sdk-for-go/sdk/azidentity', { sdk: 'go' }],
    ['the weather is fine', { sdk: undefined, cloud: undefined }],
    ['MSAL.NetCore.4.60.1.0.MsalClientException', { libraries: ['MSAL.NetCore 4.60.1.0'] }],
    ['@azure/msal-browser@2.22.0', { libraries: ['@azure/msal-browser 2.22.0'] }],
    ['azure-identity==1.15.0', { libraries: ['azure-identity 1.15.0'] }],
    ["User account 'Kim@Contoso.com' from identity provider", { users: ['kim@contoso.com'] }],
    ['git clone git@github.com:contoso/x', { users: [] }],
    ['grant_type=client_credentials', { flow: 'client-credentials' }],
    [
      'ClientSecretCredential authentication failed',
      { flow: 'client-credentials', credentials: ['ClientSecretCredential'] },
    ],
    ['{"error":"invalid_grant"}', { oauthErrors: ['invalid_grant'] }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});

test('the error line is told apart from what stands around it', () => {
  expect(
    read(`Hello,\nplease help: AADSTS50011: The reply URL does not match. Trace ID: ${TRACE}\nthanks`)
      .errorText,
  ).toBe('AADSTS50011: The reply URL does not match.');
});
