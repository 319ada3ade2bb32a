import { findIds, ID_VALUE, idBehind, unique } from './labelled.ts';

// Labels of the error page, the libraries, headers and the sign-in log, and of the page in other languages.
const CORRELATION = [
  idBehind(
    String.raw`(?:x-ms-)?correlation[ _-]?(?:id|key|identifier)|MSALCorrelationIDKey|client-request-id|clientRequestId|Korrelations-?ID|Id(?:entificador)?\.? de correlaci[oó]n|ID de corr[ée]lation|ID de correla[cç][aã]o|ID (?:di )?correlazione|Correlatie-?id|Korrelations-id|Identyfikator korelacji|Идентификатор корреляции|Bağıntı Kimliği|相关(?:性|联)?\s?ID|关联\s?ID|相互關聯識別碼|相関\s?ID|상관 관계 ID`,
  ),
  // MSAL.NET and MSAL.js log lines: [2021-09-03 14:20:13Z - <correlation id>]
  new RegExp(String.raw`\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ? - ${ID_VALUE}\]`, 'gi'),
];

const TRACE = [
  idBehind(
    String.raw`trace[ _-]?id|x-ms-request-id|(?<!client[ _-]?)request[ _-]?id|Ablaufverfolgungs-?ID|Anforderungs-?ID|ID de seguimiento|ID de solicitud|ID de (?:trace|suivi)|ID de (?:la )?demande|ID de rastreamento|ID traccia|Traceer-id|Идентификатор трассировки|İzleme Kimliği|跟踪\s?ID|请求\s?ID|追蹤識別碼|トレース\s?ID|要求\s?ID|추적 ID`,
  ),
];

const HOST = String.raw`(?:login\.microsoftonline\.(?:com|us)|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn|login-us\.microsoftonline\.com|login\.usgovcloudapi\.net)`;

const TENANT = [
  idBehind(
    String.raw`(?:home|resource|azure|external|aad|source|target)?[ _-]?tenant[ _-]?(?:id|guid|identifier|value)?|(?:"|')?tid|directory \(tenant\) id|directory[ _-]?id|AZURE_TENANT_ID|ARM_TENANT_ID|--tenant|in (?:the )?(?:directory|tenant)|for tenant|organization`,
  ),
  new RegExp(String.raw`${HOST}(?::443)?/${ID_VALUE}`, 'gi'),
  new RegExp(String.raw`\b(?:in|to|of) the ["']?${ID_VALUE}["']? (?:directory|tenant)\b`, 'gi'),
];

const APP = [
  idBehind(
    String.raw`application with (?:the )?(?:app(?:lication)? )?id(?:entifier)?|(?:client )?app(?:lication)?(?:[ _-]?id(?:entifier)?(?: uri)?)?|application \(client\) id|client[ _-]?id|clientid(?:entifier)?|AZURE_CLIENT_ID|ARM_CLIENT_ID|appid|api:\/\/|(?:user|resource|service)? ?principal named|the (?:client|application|app)|Anwendung|aplicación|aplicativo|applicazione|toepassing|приложение|应用程序|應用程式|アプリケーション|응용 프로그램|애플리케이션|secret[^\n]{0,40} app|client application`,
  ),
  // The service names the app before its ID: application Payroll ('…'), app '…'(Payroll).
  new RegExp(
    String.raw`\bapp(?:lication)?\s{1,3}['"]?[^\n'"(){}:]{1,80}['"]?\s{0,2}\(\s{0,2}['"]?${ID_VALUE}`,
    'gi',
  ),
  new RegExp(String.raw`[?&](?:client_id|appid)=${ID_VALUE}`, 'gi'),
  new RegExp(String.raw`(?:api|spn)://?:?${ID_VALUE}`, 'gi'),
];

/** Correlation IDs in lower case, in order of appearance. */
export const findCorrelationIds = (text: string): string[] => findIds(text, CORRELATION);

/** Trace IDs, also called request IDs, in lower case, in order of appearance. */
export const findTraceIds = (text: string): string[] => findIds(text, TRACE);

/** Tenant IDs in lower case: from labels and from the addresses of the token service. */
export const findTenantIds = (text: string): string[] => findIds(text, TENANT);

/** Application (client) IDs in lower case. */
export const findAppIds = (text: string): string[] => findIds(text, APP);

/** Tenants that are named by a domain, as in login.microsoftonline.com/contoso.onmicrosoft.com. */
export function findTenantDomains(text: string): string[] {
  const inAddress = text.matchAll(
    new RegExp(
      String.raw`${HOST}(?::443)?/(?<domain>[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})(?=[/?\s"'])`,
      'gi',
    ),
  );
  const named = text.matchAll(
    /(?<![a-z0-9-])(?<domain>[a-z0-9-]{1,63}\.(?:onmicrosoft\.(?:com|us|de)|partner\.onmschina\.cn))\b/gi,
  );
  return unique([...inAddress, ...named].map((match) => match.groups!.domain!.toLowerCase()));
}
