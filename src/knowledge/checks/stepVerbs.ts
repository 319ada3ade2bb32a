/** The verbs with which a step may begin, in lower case. Gathered from the entries; add what is missing. */
export const STEP_VERBS: ReadonlySet<string> = new Set(
  `accept act activate add adjust agree align allow anchor annotate answer append apply approve ask assign attach
  authorize avoid await back become block bring build buy cache call cancel capture catch change check choose clean
  clear click close collect combine compare complete compress configure confirm connect consent consider construct
  contact convert copy correct count cover create deactivate decide decode define delegate delete demand deny deploy
  describe disable disconnect dismiss display do document don't download drop edit enable encode encrypt end enrol
  enroll enter escape establish examine exchange exclude exempt expand export expose extend fail fall federate fetch
  file fill filter find finish fix follow force forward generate get give go grant group guard hand handle have hash
  hide hold identify ignore import include increase inspect insert install investigate invite issue join keep label
  launch leave lengthen let limit link list load lock log look lower make map mark measure meet merge migrate monitor
  mount move name narrow never note offer omit open order overwrite pass paste patch permit persist pick pin place
  plan point post prefer prefix prepare press print provide publish purge put query queue raise read reauthorize
  recheck reconnect record recreate redeem redirect reduce refresh refuse register reinstall reissue reject release
  reload rely remember remove rename renew repair repeat replace replay report request require resend reserve reset
  resolve restart restore restrict resume retarget retrieve retry return reuse review revoke roll rotate route run
  save scope search see select send separate serve set share shorten show sign skip solve sort split spread stagger
  start state stop store strip subscribe switch sync synchronize take tell terminate test tick tighten trace transfer
  treat trigger trim trust try turn type unblock undo unenrol unenroll uninstall unlock unset update upgrade upload
  url-encode use validate verify view visit wait warn watch weigh whitelist widen work wrap write`
    .split(/\s+/)
    .filter(Boolean),
);
