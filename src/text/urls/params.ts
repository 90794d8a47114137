/**
 * Parameters that say how a reader came to a page, not which page it is. Names are lower-case; a closing "*" means any
 * name that begins so. `sites` are the sites the names belong to, or "*" where the name is safe to drop anywhere. One row
 * a platform, one test a name. A name that means content somewhere (id, p, page, lang, source) is never listed for "*".
 */
export interface TrackingRow {
  platform: string;
  sites: readonly string[];
  names: string;
}

const ANYWHERE = ['*'] as const;

export const TRACKING: readonly TrackingRow[] = [
  // Campaign tags and analytics
  {
    platform: 'campaign tags',
    sites: ANYWHERE,
    names:
      'utm_* utm utmid mtm_* pk_campaign pk_keyword pk_kwd pk_source pk_medium pk_content pk_cid pk_vid piwik_* matomo_* hmb_* stm_* itm_* wt_mc wt_zmc wtmc wtrid',
  },
  {
    platform: 'Google Ads and Analytics',
    sites: ANYWHERE,
    names:
      'gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid gad srsltid _ga _gl _gac _gid ga_source ga_medium ga_campaign ga_content ga_term adgroupid gtm_debug',
  },
  { platform: 'Google News', sites: ANYWHERE, names: 'gaa_at gaa_n gaa_ts gaa_sig ceid' },
  {
    platform: 'Google services',
    sites: ['google.com', 'blog.google', 'developers.google.com'],
    names: 'ved usg sa ei hl_source gws_rd gs_lcrp sca_esv oc',
  },
  {
    platform: 'Facebook',
    sites: ANYWHERE,
    names: 'fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id mibextid _ft_ hc_ref hc_location',
  },
  {
    platform: 'Facebook site',
    sites: ['facebook.com'],
    names: '__tn__ __xts__* __cft__* rdid share_url paipv refsrc ref fref notif_t notif_id acontext',
  },
  { platform: 'Instagram', sites: ANYWHERE, names: 'igshid igsh ig_mid ig_rid' },
  { platform: 'Threads', sites: ['threads.net', 'threads.com'], names: 'xmt slof' },
  { platform: 'X', sites: ANYWHERE, names: 'twclid __twitter_impression tw_source tw_adid tw_campaign tw_i tw_p' },
  { platform: 'X site', sites: ['twitter.com', 'x.com'], names: 's t ref_src ref_url cn refsrc' },
  { platform: 'Microsoft Ads', sites: ANYWHERE, names: 'msclkid mkt_tok' },
  { platform: 'Yandex', sites: ANYWHERE, names: 'yclid ysclid ymclid _openstat yandexuid' },
  { platform: 'TikTok', sites: ANYWHERE, names: 'ttclid tt_medium tt_content' },
  {
    platform: 'TikTok site',
    sites: ['tiktok.com'],
    names: '_r _t is_from_webapp sender_device sender_web_id web_id is_copy_url share_app_id u_code',
  },
  { platform: 'Snapchat', sites: ANYWHERE, names: 'sccid scid_click' },
  { platform: 'Pinterest', sites: ANYWHERE, names: 'epik' },
  {
    platform: 'LinkedIn',
    sites: ANYWHERE,
    names: 'li_fat_id trk_contact trk_msg trk_module trk_sid li_medium li_source',
  },
  {
    platform: 'LinkedIn site',
    sites: ['linkedin.com'],
    names: 'trk trackingid refid lipi licu rcm originalsubdomain midtoken midsig lgcta',
  },
  { platform: 'Reddit', sites: ANYWHERE, names: 'rdt_cid rdt rdt_*' },
  {
    platform: 'Reddit site',
    sites: ['reddit.com'],
    names: 'share_id rdt correlation_id ref ref_source context $deep_link $3p $original_url st sh',
  },
  {
    platform: 'Kakao and Naver',
    sites: ANYWHERE,
    names:
      'kakao_agent napm n_media n_query n_rank n_ad_group n_ad n_keyword n_keyword_id n_campaign_type n_ad_group_type n_match nv_ad',
  },
  {
    platform: 'Weibo, WeChat, Alibaba',
    sites: ANYWHERE,
    names: 'sudaref spm scm scm_id share_token weibo_id chksm_share',
  },
  { platform: 'Zhihu', sites: ['zhihu.com'], names: 'utm_psn share_code hybrid_search_source hybrid_search_extra' },
  {
    platform: 'Bilibili',
    sites: ['bilibili.com'],
    names:
      'spm_id_from vd_source share_source share_medium share_plat share_session_id share_tag share_times unique_k buvid bbid ts from_source from_spmid is_story_h5 mid plat_id timestamp up_id',
  },
  // Mail and marketing suites
  { platform: 'Mailchimp', sites: ANYWHERE, names: 'mc_cid mc_eid mc_tc' },
  { platform: 'HubSpot', sites: ANYWHERE, names: '_hsenc _hsmi __hssc __hstc __hsfp hsctatracking hsa_* hss_channel' },
  { platform: 'Beehiiv', sites: ANYWHERE, names: '_bhlid _bhref' },
  { platform: 'Klaviyo', sites: ANYWHERE, names: '_kx _ke' },
  { platform: 'Omeda, Olytics', sites: ANYWHERE, names: 'oly_enc_id oly_anon_id omeda_id omhide' },
  { platform: 'Vero', sites: ANYWHERE, names: 'vero_id vero_conv' },
  { platform: 'Drip', sites: ANYWHERE, names: '__s' },
  { platform: 'ActiveCampaign', sites: ANYWHERE, names: 'vgo_ee vgo_dummy' },
  { platform: 'MailerLite', sites: ANYWHERE, names: 'ml_subscriber ml_subscriber_hash' },
  {
    platform: 'Eloqua',
    sites: ANYWHERE,
    names: 'elq elqtrack elqtrackid elqcampaignid elqaid elqat elqah elqcsid elqcst',
  },
  {
    platform: 'Salesforce',
    sites: ANYWHERE,
    names: 'sfmc_id sfmc_sub sfmc_activityid sfmc_journey_id _sgm_campaign _sgm_source _sgm_action et_rid et_cid',
  },
  { platform: 'Silverpop', sites: ANYWHERE, names: 'spmailingid spuserid spjobid spreportid splinkid' },
  { platform: 'Bronto', sites: ANYWHERE, names: '_bta_tid _bta_c' },
  { platform: 'Dotdigital', sites: ANYWHERE, names: 'dm_i dm_t' },
  { platform: 'Listrak', sites: ANYWHERE, names: 'trk_link trk_ref' },
  { platform: 'Customer.io', sites: ANYWHERE, names: '_cio_id' },
  { platform: 'Iterable', sites: ANYWHERE, names: 'iterablecampaignid iterabletemplateid' },
  { platform: 'Braze and Branch', sites: ANYWHERE, names: '_branch_match_id _branch_referrer' },
  { platform: 'AppsFlyer', sites: ANYWHERE, names: 'af_source af_campaign af_channel af_xp af_force_deeplink af_dp' },
  {
    platform: 'Adobe',
    sites: ANYWHERE,
    names:
      's_cid s_kwcid ef_id adobe_mc adobe_mc_ref adobe_mc_sdid sc_cid sc_campaign sc_channel sc_content sc_country sc_outcome sc_geo',
  },
  {
    platform: 'Coremetrics',
    sites: ANYWHERE,
    names: 'cm_mmc cm_mmca1 cm_sp cm_re cm_ven cm_cat cm_pla cm_ite cm_lm cm_cr cm_me',
  },
  { platform: 'Webtrends', sites: ANYWHERE, names: 'wt.mc_id wt.srch wt.mc_ev wt.nav' },
  {
    platform: 'AT Internet',
    sites: ANYWHERE,
    names:
      'xtor at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_format at_link_id at_link_origin at_link_type at_ptr_name at_bbc_team at_creation at_variant at_identifier at_campaign_type at_audience_id',
  },
  {
    platform: 'Marin, Kenshoo, affiliates',
    sites: ANYWHERE,
    names:
      'mkwid pcrid pmt pkw irclickid irgwc awc cjevent ranmid raneaid ransiteid zanpid rb_clickid wickedid sscid clickid_aff',
  },
  { platform: 'Outbrain and Taboola', sites: ANYWHERE, names: 'obclid oborigurl ob_click_id dicbo tblci taboola_id' },
  {
    platform: 'publishers at large',
    sites: ANYWHERE,
    names:
      'cmpid campaign_id ncid ftag smid smtyp emc mbid s_campaign ito soc_src soc_trk guccounter guce_referrer guce_referrer_sig ns_source ns_mchannel ns_campaign ns_linkname ns_fee cmp_id int_cid intcid int_source int_medium int_campaign icid ico sh_kit socialreferer tracking_source share_source share_medium share_from spot_im_comment_id spot_im_redirect_source syndication_source fromrss rss_id rssid feedname feed_id sref srnd leadsource newsletter_id nlid nl_id email_id emailid mailid subscriber_id subscriberid _subid doing_wp_cron relatedposts_hit relatedposts_origin relatedposts_position replytocom unapproved moderation-hash triedredirect showwelcome is_pocket redirectedfrom',
  },
  {
    platform: 'Readwise, Feedly, Flipboard',
    sites: ANYWHERE,
    names: '__readwiselocation feedly_source flipboard_source',
  },
  {
    platform: 'web sessions',
    sites: ANYWHERE,
    names: 'jsessionid phpsessid aspsessionid* cfid cftoken sessionid session_id zenid osid_session',
  },
  { platform: 'AMP', sites: ANYWHERE, names: 'amp_js_v amp_gsa usqp amp_kit aoh ampshare __amp_source_origin' },
  // Publishers
  {
    platform: 'New York Times',
    sites: ['nytimes.com'],
    names:
      'partner emc smid smtyp action pgtype module region contentcollection version rref clicksource hp te nl instance_id regi_id segment_id user_id unlocked_article_code ref referringsource giftcopy ugrp searchresultposition _r sgrp pvid login register auth',
  },
  {
    platform: 'Dow Jones',
    sites: ['wsj.com', 'barrons.com', 'marketwatch.com', 'dowjones.com', 'mansionglobal.com'],
    names: 'mod st reflink refsec siteid guid_share adobe_mc yptr dist ns page_ref',
  },
  {
    platform: 'Washington Post',
    sites: ['washingtonpost.com'],
    names: 'wpisrc wpmk tid itid utm hpid pwapi_token nid arc404 no_nav p9w22b2p',
  },
  {
    platform: 'BBC',
    sites: ['bbc.com', 'bbc.co.uk'],
    names:
      'at_* ocid xtor intlink_from_url link_location ns_mchannel pinned_post_locator pinned_post_asset_id src_origin',
  },
  {
    platform: 'Guardian',
    sites: ['theguardian.com'],
    names: 'cmp acquisitiondata referrer referrerpageviewid dcr page_share',
  },
  {
    platform: 'CNBC and NBC',
    sites: ['cnbc.com', 'nbcnews.com', 'today.com', 'msnbc.com'],
    names: '__source par cid icid qsearchterm',
  },
  { platform: 'Reuters', sites: ['reuters.com'], names: 'feedtype feedname il rpc taid edition-redirect videochannel' },
  {
    platform: 'Bloomberg',
    sites: ['bloomberg.com'],
    names: 'cmpid sref srnd leadsource in_source re_source embedded-checkout fromfbia accesstoken',
  },
  {
    platform: 'Financial Times',
    sites: ['ft.com'],
    names: 'sharetype token segmentid siteedition accesstoken ftcamp tagtoopen desktop syn-25a6b1a6',
  },
  { platform: 'Economist', sites: ['economist.com'], names: 'fsrc cid1 frsc bclid giftid' },
  { platform: 'CNN', sites: ['cnn.com'], names: 'iid hpt refresh cid sr eref' },
  { platform: 'Fox', sites: ['foxnews.com', 'foxbusiness.com'], names: 'intcmp cmpid' },
  {
    platform: 'Business Insider',
    sites: ['businessinsider.com', 'insider.com'],
    names: 'r ir op inline-endstory-related-recommendations',
  },
  { platform: 'Forbes and Fortune', sites: ['forbes.com', 'fortune.com'], names: 'sh ss queryly xid showmyads' },
  {
    platform: 'TechCrunch, Yahoo, Engadget, AOL',
    sites: ['techcrunch.com', 'yahoo.com', 'engadget.com', 'aol.com', 'huffpost.com', 'huffingtonpost.com'],
    names: 'tpcc ncid fr guccounter soc_src .tsrc tsrc ir src_yf',
  },
  {
    platform: 'Red Ventures',
    sites: ['cnet.com', 'zdnet.com', 'techrepublic.com', 'gamespot.com', 'cbsnews.com'],
    names: 'ftag intcid servicetype posttype uniqueid thetime taid tag_rv',
  },
  {
    platform: 'Conde Nast',
    sites: ['wired.com', 'newyorker.com', 'arstechnica.com', 'vanityfair.com'],
    names: 'mbid esrc bxid cndid hasha hashb hashc source_cn verso comments',
  },
  {
    platform: 'Vox Media',
    sites: ['theverge.com', 'vox.com', 'polygon.com', 'recode.net'],
    names: 'scrolla cid_vox view_token comments',
  },
  {
    platform: 'Axios and Politico',
    sites: ['axios.com', 'politico.com', 'politico.eu'],
    names: 'stream nname nid nrid nlid cid',
  },
  {
    platform: 'Los Angeles Times and Tribune',
    sites: ['latimes.com', 'chicagotribune.com'],
    names: '_amp dlvrit track',
  },
  {
    platform: 'Daily Mail group',
    sites: ['dailymail.co.uk', 'metro.co.uk', 'inews.co.uk', 'thisismoney.co.uk'],
    names: 'ico ito mrn_rm offset_share',
  },
  {
    platform: 'Le Monde, Figaro',
    sites: ['lemonde.fr', 'lefigaro.fr', 'francetvinfo.fr'],
    names: 'xtor lmd_medium lmd_campaign lmd_creation lmd_position seance_id',
  },
  {
    platform: 'Heise, Spiegel, Golem',
    sites: ['heise.de', 'spiegel.de', 'golem.de', 'zeit.de', 'faz.net'],
    names: 'wt_mc seite_from wt.mc sara_ref sara_ecid premium_ref wt_zmc',
  },
  {
    platform: 'Nikkei and Asahi',
    sites: ['nikkei.com', 'asahi.com', 'mainichi.jp', 'itmedia.co.jp'],
    names: 'n_cid iref ng inb ref',
  },
  { platform: 'South China Morning Post', sites: ['scmp.com'], names: 'module pgtype campaign share' },
  { platform: 'MIT Technology Review', sites: ['technologyreview.com'], names: 'truid discountcode gifted_article' },
  {
    platform: 'Nature and Springer',
    sites: ['nature.com', 'springer.com', 'springernature.com'],
    names: 'code error cm_mmc sharing_token proof wt.ec_id spmailingid',
  },
  {
    platform: 'Science, Cell, ACM, IEEE',
    sites: ['science.org', 'cell.com', 'acm.org', 'ieee.org'],
    names: '_returnurl cookieset adobe_mc et_rid tp arnumber_ref',
  },
  { platform: 'arXiv', sites: ['arxiv.org'], names: 'context fbclid' },
  {
    platform: 'Medium',
    sites: ['medium.com', 'towardsdatascience.com', 'betterprogramming.pub', 'levelup.gitconnected.com', 'uxdesign.cc'],
    names: 'source sk gi _branch_match_id responsesopen postpublishedtype readmore',
  },
  { platform: 'Substack', sites: ANYWHERE, names: 'isfreemail post_id_share publication_id' },
  {
    platform: 'Substack site',
    sites: ['substack.com'],
    names:
      'r s token isfreemail publication_id post_id showwelcomeonshare triedredirect action initial_medium autoplay',
  },
  { platform: 'Ghost', sites: ANYWHERE, names: 'attribution_id attribution_type' },
  { platform: 'WordPress', sites: ['wordpress.com', 'wp.com'], names: 'blogsub share nb _wpnonce' },
  { platform: 'Hacker News readers', sites: ['news.ycombinator.com'], names: 'goto p_hn' },
  { platform: 'Product Hunt', sites: ['producthunt.com'], names: 'bc embed ref' },
  {
    platform: 'YouTube',
    sites: ['youtube.com', 'youtu.be', 'music.youtube.com'],
    names: 'si feature app pp ab_channel attr_tag kw t start time_continue list index embeds_referring_euri',
  },
  { platform: 'Vimeo', sites: ['vimeo.com'], names: 'share fl fe' },
  {
    platform: 'Spotify and Apple',
    sites: ['spotify.com', 'apple.com'],
    names: 'si nd context_share itsct itscg mt at ct uo app_share',
  },
  {
    platform: 'Amazon',
    sites: ['amazon.com', 'amazon.co.uk', 'amazon.de', 'amazon.co.jp', 'aws.amazon.com', 'amazon.science'],
    names:
      'tag linkcode linkid ascsubtag creativeasin pf_rd_* pd_rd_* ref_ qid sr _encoding psc keywords sc_* trk trkcampaign',
  },
  {
    platform: 'GitHub',
    sites: ['github.com'],
    names: 'tab ref_cta ref_loc ref_page email_token email_source notification_referrer_id from_source',
  },
  { platform: 'GitLab', sites: ['gitlab.com'], names: 'nav_source glm_source glm_content ref_type' },
  {
    platform: 'Microsoft',
    sites: ['microsoft.com', 'msn.com', 'azure.com'],
    names: 'ocid cvid wt.mc_id ei pc form epi bc',
  },
  {
    platform: 'OpenAI, Anthropic, Google labs',
    sites: ['openai.com', 'anthropic.com', 'deepmind.google', 'blog.google'],
    names: 'video_share openaicom_referred openaicom-did s_ref',
  },
  { platform: 'Hugging Face', sites: ['huggingface.co', 'hf.co'], names: 'trk_hf duplicate_ref' },
  // Korean press and portals
  {
    platform: 'Naver',
    sites: ['naver.com'],
    names:
      'sid sid1 sid2 cds mode mid type_from lfrom ntype rc svcode backurl isdeferred proxyreferer redirect_from tracking_code fromrss trackingcode',
  },
  {
    platform: 'Daum and Kakao',
    sites: ['daum.net', 'kakao.com'],
    names: 'f rcmd from_daum nil_profile nil_src nil_id service_code x_trkm',
  },
  {
    platform: 'Chosun',
    sites: ['chosun.com'],
    names: 'outputtype_ref related_all cont01 dep0 dep1 dep2 dep3 news_head_chosun gnb_global gnb_submenu',
  },
  {
    platform: 'Korean dailies',
    sites: [
      'joongang.co.kr',
      'donga.com',
      'hani.co.kr',
      'khan.co.kr',
      'hankookilbo.com',
      'seoul.co.kr',
      'kmib.co.kr',
      'segye.com',
      'munhwa.com',
      'nocutnews.co.kr',
      'koreaherald.com',
      'koreatimes.co.kr',
      'joins.com',
    ],
    names:
      'cloc sectioncode ref refer did gb dtypecode prtype art_id_ref med_id utm_cp clid cp outurl wlog_tag3 wlog_sub comm cloc_t stand',
  },
  {
    platform: 'Korean business press',
    sites: [
      'hankyung.com',
      'mk.co.kr',
      'mt.co.kr',
      'edaily.co.kr',
      'sedaily.com',
      'fnnews.com',
      'asiae.co.kr',
      'heraldcorp.com',
      'etnews.com',
      'etoday.co.kr',
      'ajunews.com',
      'newspim.com',
      'dt.co.kr',
      'ddaily.co.kr',
      'zdnet.co.kr',
      'inews24.com',
      'bloter.net',
      'aitimes.com',
      'biz.chosun.com',
    ],
    names:
      'outlink mtype outtype outpage sub_cd mediacodeno gtype svc_rss type_rss mod cm nm outlinkcheck sectionid cid_rss mc site sc_serial_code',
  },
  { platform: 'Hankyung', sites: ['hankyung.com'], names: 'sid' },
  { platform: 'ETNews', sites: ['etnews.com'], names: 'sns' },
  { platform: 'Hankyoreh', sites: ['hani.co.kr'], names: '_fr' },
  { platform: 'The Information', sites: ['theinformation.com'], names: 'rc' },
  { platform: 'Bluesky site', sites: ['bsky.app'], names: 'ref_src' },
  {
    platform: 'WeChat site',
    sites: ['mp.weixin.qq.com'],
    names:
      'chksm scene subscene xtrack sessionid clicktime enterid ascene devicetype version nettype exportkey pass_ticket wx_header poc_token',
  },
  {
    platform: 'Korean news agencies and broadcasters',
    sites: [
      'yna.co.kr',
      'yonhapnews.co.kr',
      'yonhapnewstv.co.kr',
      'newsis.com',
      'news1.kr',
      'kbs.co.kr',
      'sbs.co.kr',
      'imbc.com',
      'ytn.co.kr',
      'jtbc.co.kr',
      'mbn.co.kr',
    ],
    names: 'section site input audio popup ref plink cooper pop_at autoplay cid_share nms_ref',
  },
];

/** A parameter that is decoration only with certain values. */
export interface ValuedRow {
  names: string;
  values: RegExp;
}

/** A host name: the address of whoever sent the reader. A version ("v1.2") or a file name is not one. */
const CHANNEL =
  /^(?:(?:[a-z0-9-]+\.)+(?!md$|js$|py$|rs$|ts$|txt$|pdf$|html?$)[a-z]{2,}|rss\d*|feeds?|atom|newsletters?|e?mail|twitter|x|facebook|fb|linkedin|reddit|hackernews|hn|hnews|ycombinator|producthunt|tldr\w*|share|sharing|social|buffer|flipboard|feedly|feedburner|slack|telegram|kakao\w*|naver|daum|google(?:news)?|whatsapp|threads|bluesky|mastodon|home(?:page)?|related|email|ios|android|app|iosappshare|copy|copylink|link|push|alert|banner|search|rss[_-][\w-]*|feed[_-][\w-]*|twitter[_-][\w-]*|[\w-]*_rss|[\w-]*newsletter)$/iu;

export const VALUED: readonly ValuedRow[] = [
  {
    names:
      'ref referer referrer source src from via origin medium channel campaign cmp cid partner share shared ref_src refer ref_source inf_contact_key',
    values: CHANNEL,
  },
  { names: 'amp _amp isamp amphtml amp_html', values: /^(?:1|true|yes|y|on|amp)?$/iu },
  {
    names: 'outputtype output type format view mode layout template style variant tmpl display',
    values: /^(?:amp|print|printer|printable|mobile|component|viewall)$/iu,
  },
  {
    names: 'print printable printmode printview printpage print_view isprint pf printerfriendly printer-friendly',
    values: /^(?:1|true|yes|y|on|print|all|preview)?$/iu,
  },
  { names: 'm mobile ismobile is_mobile nomobile desktop fullsite', values: /^(?:1|0|true|false|yes|no|y|n)$/iu },
  {
    names: 'pagewanted singlepage single_page viewall view_all onepage one_page showall page',
    values: /^(?:all|print|1|true|yes|full|single)$/iu,
  },
  { names: 'a', values: /^viewall$/iu },
  { names: 'rss output_rss feed', values: /^(?:1|true|yes|y)$/iu },
];
