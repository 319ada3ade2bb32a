/**
 * Words with which any program says that something failed, in the form that wordsOf makes of them. A message of nothing
 * else ("Service is temporarily unavailable. Please retry later.") is printed by many.
 */
export const PLAIN_WORDS = new Set(
  `abort aborted access administrator again application attempt bad browser busy cancelled canceled close closed complete
  completed contact could currently data denied detail due during encountered endpoint error exception expired fail failed
  failure feature few found format general http https incorrect information internal invalid issue later login malformed
  maintenance message minute missing moment more name network number occured occurred once open operation page parameter
  please problem process processing provided quota exceeded limit receive received refresh reload request required response
  result retry returned retryable seconds server service session some something status supported system temporarily
  temporary time timed timeout too transient try unable unavailable unexpected unknown unsupported update user valid value
  version wait went while wrong`.split(/\s+/),
);
