/** What one kind of login may do, and so everything it may do. */
export interface Access {
  /** Tables it reads: all rows that its policies show. */
  reads: readonly string[]
  /** Tables it adds rows to. */
  adds: readonly string[]
  /** Tables of which it changes some columns. Nobody but the owner deletes a row of any table. */
  changes: readonly string[]
  /** Functions it calls. */
  calls: readonly string[]
}

/**
 * Who may do what in the database, in full. The catalogue test holds every grant, policy and function to this table,
 * and the isolation test tries each login across it.
 */
export const ACCESS: Record<"intake" | "identity" | "national" | "tenant", Access> = {
  /** The public's door. */
  intake: {
    reads: [],
    adds: [],
    changes: [],
    calls: [
      "accept_contact",
      "accept_report",
      "accept_with_referrals",
      "add_file_piece",
      "begin_file",
      "drop_file",
      "file_state",
      "force_names",
      "forget_unfinished_files",
      "mailbox_messages",
      "mailbox_state",
      "note_contact",
      "note_correction",
      "recipients",
      "remove_messages",
      "write_messages",
    ],
  },
  /** Signing in, for the staff apps. */
  identity: {
    reads: [],
    adds: [],
    changes: [],
    calls: [
      "end_session",
      "end_sessions_of",
      "extend_session",
      "failed_sign_ins",
      "force_names",
      "forget_failed_sign_ins",
      "invitation_of",
      "note_failed_sign_in",
      "record_of",
      "register",
      "sealed_key_of",
      "session_of",
      "sessions_with",
      "start_session",
    ],
  },
  /**
   * The figures, what was and will be released of them, how each desk is and what was done about it, and what the public
   * says is wrong in the directory: nothing of one report.
   */
  national: {
    reads: [
      "alarm",
      "alarm_check",
      "alarm_entry",
      "alarm_limit",
      "correction",
      "cube",
      "cube_month",
      "cube_of_forces",
      "cube_of_lines",
      "cube_of_stages",
      "cube_of_waiting",
      "desk_sign_in",
      "foi_pack",
      "foi_request",
      "foi_step",
      "heartbeat_week",
      "recounted",
      "release",
      "released",
    ],
    adds: [],
    changes: [],
    calls: [
      "add_alarm_entry",
      "add_request_step",
      "ask_for_pack",
      "ask_to_prepare",
      "begin_alarm_mails",
      "change_force",
      "check_release",
      "claim_preparation",
      "coordinators",
      "end_alarm_mail",
      "end_preparation",
      "fold_cube",
      "force_changes",
      "forces_standing",
      "freeze_heartbeats",
      "give_pack",
      "heartbeat_due",
      "keep_alarms",
      "keep_beside",
      "log_request",
      "names_of_answering",
      "numbers_to_ring",
      "overdue_clocks",
      "plan_release",
      "publish_due_releases",
      "service_state",
      "set_alarm_limits",
      "set_coordinator_mail",
      "settle_correction",
      "unaccepted_transfers",
      "withdraw_release",
    ],
  },
  /** Each tenant's login, as a member of the group `tenant`: its own rows, and what is public of the others. */
  tenant: {
    reads: [
      "alarm",
      "alarm_entry", // what somebody of this desk was told, and by whom: no other column and no other kind
      "awaited",
      "cube",
      "cube_month",
      "desk_setting",
      "event",
      "fingerprint",
      "foi_pack",
      "foi_request",
      "foi_step",
      "inbox_grant",
      "inbox_key",
      "indexing",
      "line",
      "message",
      "report",
      "staff",
      "taken_access",
      "tenant",
      "title",
      "usual_decision",
    ],
    adds: ["event", "inbox_grant", "inbox_key"],
    changes: ["inbox_grant"], // a grant that doesn't open is given again
    calls: [
      "add_request_step",
      "are_forces",
      "ask_for_pack",
      "begin_morning_mail",
      "count_call", // and end_call and take_call_report: the national desk alone; others are refused inside
      "current_tenant",
      "danger_waiting", // and divert_desk: the national desk alone
      "describe_person",
      "detail_fits",
      "divert_desk",
      "drop_view",
      "end_call",
      "event_is_ours",
      "give_up_morning_mail",
      "index_reports",
      "is_code_list",
      "is_day",
      "is_uuid",
      "is_whole",
      "keep_draft",
      "keep_view",
      "keys_at", // of a report that this desk holds: the public keys that it is sealed to on its way back
      "let_read_figures",
      "lift_restriction",
      "links_of",
      "log_request",
      "moment",
      "names_of_answering",
      "near_reports",
      "nearness_said_of",
      "no_lead_may",
      "note_presence",
      "paused_here",
      "quarantined_files",
      "read_bodies",
      "read_body",
      "read_draft",
      "read_file_piece",
      "refer_report",
      "restrict_report",
      "restricted_at",
      "saved_views",
      "set_desk_setting",
      "set_mail",
      "set_nearness",
      "set_title",
      "set_usual_decision",
      "stop_if_near",
      "take_access",
      "take_call_report",
      "today",
      "transfer_report",
      "units_of_several",
      "who_is_near",
    ],
  },
}

/** Tables without a tenant's rows, which need no policy because nobody but the owner may touch them. */
export const OWNERS_OWN_TABLES = ["bank_holiday", "migration"]
