import type { Cloud } from '../../types.ts';

export interface CloudAddresses {
  /** Root of Microsoft Graph. */
  graph: string;
  /** Root of the token service. */
  login: string;
  /** Where an admin opens the sign-in logs. */
  portal: string;
  /** Where a support request is opened. No documented address fills in its fields. */
  support: string;
  /** The cloud's name in the Azure CLI; `az cloud set` is needed for all but AzureCloud, its default. */
  azCloud: string;
}

/**
 * The addresses of each cloud. Graph, token service and Azure portal: Microsoft Graph docs concepts/deployments.md
 * and entra-docs authentication-national-cloud.md; admin center and support form of the public cloud: entra-docs
 * how-to-get-support.md; admin center of US government: entra-docs FAQ on addresses to allow; support pages of the
 * national clouds: GitHub docs "GitHub Enterprise support" (usgov), Azure China docs of IoT Edge (china).
 *
 * US government means the tenants of portal.azure.us (GCC High; DoD has its own Graph, dod-graph.microsoft.us). GCC
 * is in the public cloud.
 */
export const CLOUDS: Record<Cloud, CloudAddresses> = {
  public: {
    graph: 'https://graph.microsoft.com',
    login: 'https://login.microsoftonline.com',
    portal: 'https://entra.microsoft.com',
    support:
      'https://entra.microsoft.com/#view/Microsoft_Azure_Support/NewSupportRequestV3Blade/callerName/ActiveDirectory/issueType/technical',
    azCloud: 'AzureCloud',
  },
  usgov: {
    graph: 'https://graph.microsoft.us',
    login: 'https://login.microsoftonline.us',
    portal: 'https://entra.microsoft.us',
    support: 'https://portal.azure.us/#blade/Microsoft_Azure_Support/HelpAndSupportBlade',
    azCloud: 'AzureUSGovernment',
  },
  china: {
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    login: 'https://login.partner.microsoftonline.cn',
    portal: 'https://portal.azure.cn',
    support: 'https://portal.azure.cn/#blade/Microsoft_Azure_Support/HelpAndSupportBlade/newsupportrequest',
    azCloud: 'AzureChinaCloud',
  },
};
