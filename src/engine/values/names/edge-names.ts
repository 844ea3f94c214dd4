import type { Role } from '../../model.js';

/**
 * What stands before a site gives these: which server a visitor stays at, whether it is a browser
 * at all. Name, role, product; their documentation and lists of cookies name them.
 */
export const EDGE_NAMES: readonly (readonly [RegExp, Role, string])[] = [
  [/^AWSALB(APP-\d|TG)?(CORS)?$|^AWSELB(CORS)?$/, 'load-balancer', 'AWS'],
  [/^BIGipServer|^f5_cspm$/, 'load-balancer', 'F5 BIG-IP'],
  // Application Security Manager and Bot Defense: “TS cookie”, `TSPD_101`.
  [/^TS[0-9a-f]{6,8}(?:0\d{2})?$|^TSPD_\d+/, 'device', 'F5 BIG-IP'],
  // Citrix Gateway and AAA-TM; the rest of the family keeps visitors at one server.
  [/^NSC_(?:AAAC|TM[AS]\w)$/, 'session', 'NetScaler'],
  [/^NSC_/, 'load-balancer', 'NetScaler'],
  [/^citrix_ns_id/, 'device', 'NetScaler'],
  [
    /^ApplicationGatewayAffinity|^ARRAffinity|^ASLBSA(CORS)?$|^TiPMix$|^x-ms-routing-name$/,
    'load-balancer',
    'Azure',
  ],
  [/^(nlbi|incap_ses)_/, 'load-balancer', 'Imperva'],
  [/^(?:akaalb|akacd)_/, 'load-balancer', 'Akamai'],
  [/^acw_tc$/, 'load-balancer', 'Alibaba Cloud'],
  [/^DO-LB$/, 'load-balancer', 'DigitalOcean'],
  [/^heroku-session-affinity$/, 'load-balancer', 'Heroku'],
  [/^HCLBSTICKY$/, 'load-balancer', 'Hetzner'],
  [/^NB_SRVID$/, 'load-balancer', 'Linode NodeBalancer'],
  [/^X-Mapping-[a-z]{8}$/, 'load-balancer', 'Virtual Traffic Manager'],
  [/^BNI_/, 'load-balancer', 'Barracuda'],
  [/^__VCAP_ID__$/, 'load-balancer', 'Cloud Foundry'],
  [/^AlteonP/, 'load-balancer', 'Radware Alteon'],
  [/^(?:Coyote-2-|FGTServer$)/, 'load-balancer', 'Fortinet'],
  [/^(__cflb|__cfruid)$/, 'load-balancer', 'Cloudflare'],
  [
    /^(SERVERID|ROUTEID|GCLB|GCILB|INGRESSCOOKIE|SRVNAME|SERVERNAME|stickounet)$/,
    'load-balancer',
    'load balancer',
  ],
  [/^__cf(?:_bm|duid)$|^cf_(clearance|chl_\w+|use_ob|ob_info)$|^_cfuvid$/, 'device', 'Cloudflare'],
  [/^(_abck|ak_bmsc|bm_(sz|sv|mi|so|s|ss|lso))$/, 'device', 'Akamai'],
  [/^visid_incap_|^reese84$|^___utmv(m|a|b)/, 'device', 'Imperva'],
  [/^datadome$/, 'device', 'DataDome'],
  [/^_px(\d|m?vid|hd|de|hde|ff_\w+)?$|^pxcts$|^x-px-authorization$/i, 'device', 'HUMAN'],
  [/^aws-waf-token$/, 'device', 'AWS WAF'],
  [/^afd_azwaf_/, 'device', 'Azure WAF'],
  [/^acw_sc__v\d$|^ssxmod_itna/, 'device', 'Alibaba Cloud'],
  [/^rbz(id|sessionid)$/, 'device', 'Reblaze'],
  [/^__uzm[a-z]{1,2}$|^__ss(ds|uzjsr\d*)$/, 'device', 'Radware'],
  [/^sucuri_cloudproxy_uuid_/, 'device', 'Sucuri'],
  [/^cookiesession1$|^FORTIWAFSID$/, 'device', 'FortiWeb'],
  [/^barra_counter_session$/, 'device', 'Barracuda'],
  [/^(KP_UIDz|x-kpsdk-|kpsdk)/, 'device', 'Kasada'],
  [/^__ddg\d/, 'device', 'DDoS-Guard'],
];
