/**
 * Words with which any program says that something failed, in the form that wordsOf makes of them. A message of nothing
 * but these and COMMON_WORDS ("Service is temporarily unavailable. Please retry later.") is printed by many.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `abort aborted access administrator application attempt bad browser busy cancelled canceled close closed complete
  completed contact currently data denied due during encountered endpoint error exception exceeded expired fail failed
  failure feature format found general http incorrect internal invalid issue limit login maintenance malformed message
  minute missing moment name network number occured occurred open operation page parameter process processing provided
  quota receive received refresh reload request required response result retry retryable returned server service session
  status supported system temporarily temporary timed timeout transient unable unavailable unexpected unknown unsupported
  update user valid value version wait wrong`.split(/\s+/),
);
