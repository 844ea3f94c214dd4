/**
 * Names under which advertising and analytics services document their own cookies and storage keys.
 * Only what cannot well be anybody else's: `uid` or `c` may be.
 */
const NAMES = `
  __gads __gpi __gpi_optout __eoi DSID IDE RUL ar_debug FCNEC OTZ 1P_JAR ANID _gac_\\w+ FPAU FPID
  FPLC
  uuid2 anj icu usersync TDID TDCPM TTDOptOut TTDOptOutOfDataSale
  KADUSERCOOKIE KTPCACOOKIE PugT SPugT PUBMDCID chkChromeAb67Sec SyncRTB\\d+ DPSync\\d+
  KRTBCOOKIE_\\d+ pubsyncexp
  cto_\\w+ _pubcid\\w* _sharedID\\w* pbjs[-_]\\w+ _?id5id\\w* CMID CMPS CMPRO CMTS CMPRO2 demdex
  dextp dpm
  MUIDB MR SM SRM_B SRM_I ANONCHK SRCHD SRCHUID SRCHUSR
  AnalyticsSyncHistory UserMatchHistory li_fat_id li_mc _guid ln_or UIDR
  t_gid t_pt_gid taboola_\\w+ trc_cookie_storage obuid apnxs _tt_enable_cookie ttclid
  _cc_\\w+ panoramaId\\w* _lc2_fpi\\w* _li_dcdm_c lidid s_ecid s_ppv\\w* s_nr\\d* s_lv\\w* mbox\\w*
  nol_fpid
  BCSessionID blueconic_id _cb _cb_ls _cb_svref _chartbeat\\d* _parsely_\\w+ permutive[-_]?[iI]d
  connectId
  khaos rsid sasd\\d? csync TestIfCookieP? tuuid_lu cnac yandexuid yuidss ymex
  _pinterest_(?!sess$)\\w+ _derived_epik _epik sc_at muc_ads
  guest_id_(?:ads|marketing)
  _pcid _pctx __pat __tbc xbc _hp2_\\w+[.\\w]* mf_\\w+ _ce\\.\\w+ _lo_\\w+ fs_uid fs_lua ABTasty\\w*
  kameleoon\\w*
  NRBA_SESSION _dd_s __hssrc visitor_id\\d+\\S* pi_opt_in\\d* driftt_aid drift_aid __kla_id
  ab\\.storage\\.\\S+
  iter_id iterable\\w+ receive-cookie-deprecation receive_cookie_deprecation cookielength
  CLID wisepops\\w* _omappv\\w* __adroll\\w* __ar_v4 vuid
  TLT[SUD]ID QuantumMetric\\w+ _cls_[sv] kampyle\\w* mdigital\\w* LPVID LPSID-\\d+ ai_user
  ai_session ai_authUser
  kndctr_\\w+ cX_[PGS] __pvi __pls _poool _cs_(?:id|s|c|cvars|mk|root-domain) da_[sl]id
  smartlook\\w* __insp_\\w+
  snowplowOutQueue\\w* amplitude_\\w+ rudder\\w* statsig(?:-session-id|\\w*) sbjs_\\w+
  optimizely\\w* heap\\w*QueueData
  gbuuid gb_visitor_id _twpid _gtmeec _shopify_[sy] _landing_page _orig_referrer
  tracker_device
  Hm_lp?vt_\\w+ _kla_id __attentive_\\w+ _cq_[ds]uid sa-user-id\\S* _lr_uf_\\S* nmstat tuuid cna
  _evga_\\w+ _sfid_\\w+ _br_uid_\\d wcs_bt NNB _pk_(?:ref|cvar|hsr)\\S* _gaexp\\w* _opt_expid
  _drip_client_\\w+ _zitok _cio(?:id|anonid) _conv_[rsv] wt3_\\w+ wteid_\\w+ _et_coid ioam\\d+ i00
  xtvrn xtant? atuserid atidvisitor
`;

export const TRACKING_NAMES = new RegExp(`^(?:${NAMES.trim().split(/\s+/).join('|')})$`);
