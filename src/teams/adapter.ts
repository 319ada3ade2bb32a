import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';

export type Turn = (context: TurnContext) => Promise<void>;

export interface Adapter {
  /** Authenticates an activity and runs the turn. */
  receive(authorization: string, activity: Activity): Promise<{ status: number; body?: unknown }>;
}

/** Opens the way from HTTP to a turn; the SDK checks the token and sends the replies. */
export function createAdapter(config: Config, turn: Turn, log: Logger): Adapter {
  const { bot, channelService } = config;
  const auth = new ConfigurationBotFrameworkAuthentication(
    bot
      ? {
          MicrosoftAppId: bot.appId,
          MicrosoftAppPassword: bot.password ?? '',
          MicrosoftAppType: bot.type,
          MicrosoftAppTenantId: bot.tenantId ?? '',
          ChannelService: channelService,
        }
      : {},
  );
  const adapter = new ReceivingAdapter(auth);
  return {
    async receive(authorization, activity) {
      try {
        const response = await adapter.receive(authorization, activity, turn);
        return { status: response?.status ?? 200, body: response?.body };
      } catch (error) {
        if (error instanceof AuthenticationError) {
          log.warn({ reason: error.message }, 'a request without a valid token was refused');
          return {
            status: 401,
            body: { error: { message: 'The request carries no valid Bot Framework token.' } },
          };
        }
        log.error({ err: error }, 'a turn failed');
        return { status: 500, body: { error: { message: 'The message could not be handled.' } } };
      }
    },
  };
}

/**
 * `CloudAdapter.process` prints errors and sends their messages to the caller; this way in leaves both to us.
 */
class ReceivingAdapter extends CloudAdapter {
  receive(authorization: string, activity: Activity, turn: Turn) {
    return this.processActivity(authorization, activity, turn);
  }
}
