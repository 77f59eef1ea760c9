/** Rows that a migration must leave as they are, by the number of the migration that made their tables. */

/** What is written as soon as its tables stand: by the number of the migration. */
export const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  '0001': [
    `INSERT INTO people (id, phone, name, created_at)
     VALUES ('p1', '6281200000001', 'Euis', 1), ('p2', '6281200000002', 'Wayan', 1)`,
    `INSERT INTO organizations (id, kind, slug, name, status, created_at)
     VALUES ('o1', 'operator', 'jaringan', 'Jaringan', 'open', 1),
            ('l1', 'lender', 'koperasi', 'Koperasi', 'open', 1)`,
    `INSERT INTO memberships (organization_id, person_id, role, since)
     VALUES ('o1', 'p1', 'owner', 1), ('l1', 'p2', 'owner', 1)`,
    `INSERT INTO events (subject, seq, type, actor_id, at, request_id, data)
     VALUES ('f1', 1, 'received', 'p2', 1, 'r1', '{"amount":7}')`,
  ],
  '0002': [
    `INSERT INTO accounts (id, book, code, holder, normal, guarded, debits, credits)
     VALUES ('l1/bank/', 'l1', 'bank', '', 'debit', 0, 7, 0),
            ('l1/fund-capital/', 'l1', 'fund-capital', '', 'credit', 1, 0, 7)`,
    `INSERT INTO entries (id, book, rule, subject, description, value_on, posted_at, actor_id, request_id)
     VALUES ('e1', 'l1', 'fund-received', 'f1', 'Dana “masuk”; 100 %', '2026-01-31', 1, 'p2', 'r1')`,
    `INSERT INTO transfers (entry_id, n, debit, credit, amount)
     VALUES ('e1', 1, 'l1/bank/', 'l1/fund-capital/', 7)`,
  ],
  '0016': [
    `INSERT INTO api_keys (id, organization_id, name, prefix, secret_hash, scopes, created_by,
       created_at, version) VALUES ('k1', 'l1', 'Buku', 'lk_abc', 'hash', '["loan:read"]', 'p2', 1, 1)`,
    `INSERT INTO webhooks (id, organization_id, url, types, status, secret, created_at, version)
     VALUES ('w1', 'l1', 'https://buku.example/', '["*"]', 'active', 'sealed', 1, 1)`,
  ],
  '0003': [
    `INSERT INTO organizations (id, kind, slug, name, status, created_at)
     VALUES ('u1', 'enterprise', 'kelompok', 'Kelompok', 'open', 1)`,
    `INSERT INTO memberships (organization_id, person_id, role, since)
     VALUES ('u1', 'p1', 'chair', 1)`,
    `INSERT INTO enterprises (organization_id, craft, area_code, regency_code, regency_name, phone)
     VALUES ('u1', 'Anyaman', '32.06.34.2002', '32.06', 'Kabupaten Tasikmalaya', '6281200000001')`,
    `INSERT INTO products (key, id, enterprise_id, slug, title, category, status, on_sale, price_from,
       price_to, stock_total, regency_code, women_led, created_at, version)
     VALUES (1, 'g1', 'u1', 'tikar', 'Tikar', 'weaving', 'listed', 1, 9000, 9000, 3, '32.06', 0, 1, 1)`,
    `INSERT INTO variants (id, product_id, position, price, weight_grams, stock)
     VALUES ('v1', 'g1', 1, 9000, 100, 3)`,
  ],
  '0004': [
    `INSERT INTO variants (id, product_id, position, price, weight_grams, stock)
     VALUES ('v2', 'g1', 2, 9000, 100, 0)`,
    `INSERT INTO purchases (id, code, locale, buyer_name, buyer_phone, street, area_code, area_text,
       postal_code, note, goods_total, shipping_total, unique_code, total, method, status, placed_at,
       expires_at, settled_at, version)
     VALUES ('b1', 'B1', 'id', 'Rina', '6281200000004', 'Jl. Bambu', '32.78.01.1001', 'Cihideung',
       '46121', '', 99999, 10000, 7, 110006, 'transfer', 'settled', 1, 2, 1, 2)`,
    `INSERT INTO orders (id, purchase_id, code, enterprise_id, status, paid, delivery, goods_total,
       shipping, commission_bps, commission, total, weight_grams, placed_at, paid_at, cancelled_at,
       version)
     VALUES ('r1', 'b1', 'B1-1', 'u1', 'cancelled', 1, 'courier', 66666, 10000, 333, 2220, 76666, 1000,
         1, 1, 5, 3),
       ('r2', 'b1', 'B1-2', 'u1', 'placed', 1, 'courier', 33333, 0, 333, 1110, 33333, 500, 1, 1, NULL,
         2)`,
    `INSERT INTO order_lines (order_id, n, product_id, variant_id, title, variant_name, unit_price,
       quantity, total, weight_grams)
     VALUES ('r1', 1, 'g1', 'v1', 'Tas', '', 33333, 1, 33333, 500),
       ('r1', 2, 'g1', 'v2', 'Tas', 'L', 33333, 1, 33333, 500),
       ('r2', 1, 'g1', 'v1', 'Tas', '', 33333, 1, 33333, 500)`,
  ],
  '0006': [
    `INSERT INTO rate_caps (lender_id, since, annual_rate, measure, source)
     VALUES ('l1', '2026-01-01', 24000000, 'effective', 'Permenkop UKM 8/2023')`,
    `INSERT INTO loan_products (id, lender_id, name, description, audience, annual_rate,
       interest_method, amortization, every, unit, min_principal, max_principal, min_instalments,
       max_instalments, grace, round_to, fee_rate, early_payment, dearest_rate, status, created_at,
       version)
     VALUES ('lp1', 'l1', 'Pinjaman', '', 'both', 12000000, 'declining', 'equalInstalment', 1, 'month',
       100, 1000, 1, 12, 2, 100, 500000, 'keepPlan', 1268, 'offered', 1, 1)`,
    `INSERT INTO loan_applications (id, code, lender_id, product_id, applicant_id, group_id, purpose,
       amount, instalments, monthly_income, monthly_costs, status, submitted_at, version)
     VALUES ('la1', 'LA1', 'l1', 'lp1', 'p1', 'u1', 'Benang', 700, 2, 9, 1, 'disbursed', 1, 5),
            ('la2', 'LA2', 'l1', 'lp1', 'p1', NULL, 'Benang', 700, 2, 9, 1, 'submitted', 1, 1)`,
  ],
  '0007': [
    `INSERT INTO loans (id, lender_id, number, application_id, product_id, borrower_id, group_id,
       principal, terms, effective_rate, disbursed_on, status, balance, overpayment, next_due_on, unpaid,
       version)
     VALUES ('ll1', 'l1', 1, 'la1', 'lp1', 'p1', 'u1', 700, '{}', 1268, '2026-01-31', 'active', 350, 0,
       '2026-03-31', '[["2026-03-31",355]]', 2)`,
    `INSERT INTO receipts (code, lender_id, number, loan_id, seq, payer_name, channel, amount,
       received_on, split, balance, issued_at, issued_by)
     VALUES ('R1', 'l1', 1, 'll1', 2, 'Euis', 'cash', 357, '2026-02-28', '{}', 350, 1, 'p2')`,
  ],
  '0009': [
    `INSERT INTO tier_prices (variant_id, from_quantity, price) VALUES ('v1', 10, 8500)`,
    `INSERT INTO makers (id, enterprise_id, name, created_at, version)
     VALUES ('m1', 'u1', 'Euis', 1, 1)`,
    `INSERT INTO product_makers (product_id, maker_id, position) VALUES ('g1', 'm1', 1)`,
    `INSERT INTO product_labels (product_id, kind, number, valid_until, created_at)
     VALUES ('g1', 'sni', 'SNI 1234:2020', '2027-01-31', 1)`,
  ],
  '0010': [
    `INSERT INTO vouchers (id, code, organization_id, payer, kind, label, cap, minimum, starts_at,
       created_at, version) VALUES ('w1', 'HEMAT', 'o1', 'operator', 'amount', 'Hemat', 5, 0, 1, 1, 1)`,
    `INSERT INTO commission_rules (id, scope, reference, bps, since, created_at, version)
     VALUES ('r1', 'default', '', 500, '2026-01-01', 1, 1)`,
    `INSERT INTO addresses (id, person_id, label, recipient, phone, street, area_code, area_text,
       postal_code, note, created_at)
     VALUES ('a1', 'p1', 'Rumah', 'Euis', '628', 'Jl. 1', '32.06.34.2002', 'Desa', '46155', '', 1)`,
  ],
  '0012': [
    `INSERT INTO shipments (id, order_id, n, courier, sent_at, arrive_by)
     VALUES ('s1', 'r1', 1, 'JNE', 1, 2)`,
    `INSERT INTO shipment_lines (shipment_id, n, quantity) VALUES ('s1', 1, 1)`,
    `INSERT INTO complaints (id, order_id, n, kind, shipment_id, status, opened_at, due_at)
     VALUES ('k1', 'r1', 1, 'not-arrived', 's1', 'open', 1, 2)`,
    `INSERT INTO complaint_messages (complaint_id, n, author, body, at)
     VALUES ('k1', 1, 'buyer', 'Belum sampai', 1)`,
    `INSERT INTO returns (id, order_id, n, status, kind, reason, asked_at, due_at)
     VALUES ('b1', 'r1', 1, 'asked', 'wrong', 'Salah', 1, 2)`,
    `INSERT INTO refunds (id, order_id, code, kind, reason, payer, amount, sponsored_back,
       commission_back, status, created_at)
     VALUES ('f1', 'r1', 'K7-R1', 'lines', 'Habis', 'network', 5, 0, 0, 'due', 1)`,
  ],
  '0013': [
    `INSERT INTO payout_batches (id, book, number, made_at, made_on, count, total, version)
     VALUES ('pb1', 'o1', 1, 1, '2026-01-31', 1, 5, 1)`,
    `INSERT INTO receivable_payments (id, enterprise_id, amount, reference, received_on, created_at)
     VALUES ('rp1', 'u1', 3, 'Setoran', '2026-01-31', 1)`,
    `INSERT INTO account_changes (id, enterprise_id, bank_name, bank_account, bank_holder, status,
       asked_by, asked_at, valid_from, version)
     VALUES ('ac1', 'u1', 'BRI', '001201234567508', 'Kelompok', 'waiting', 'p1', 1, 2, 1)`,
    `INSERT INTO group_cuts (enterprise_id, bps, version) VALUES ('u1', 1000, 1)`,
    `INSERT INTO order_line_makers (order_id, n, maker_id, weight, kept_bps)
     VALUES ('r1', 1, 'm1', 1, 1000)`,
  ],
  '0011': [
    `INSERT INTO qris_codes (book, payload, changed_at, version) VALUES ('o1', '000201', 1, 1)`,
    `INSERT INTO cod_terms (enterprise_id, offered, most, areas, version)
     VALUES ('u1', 1, 500000, '["32"]', 1)`,
    `INSERT INTO gateway_payments (id, book, purchase_id, provider, reference, amount, status,
       provider_id, received, asked_at, paid_at, version)
     VALUES ('w1', 'o1', 'b1', 'midtrans', 'B1-1', 7, 'paid', 't1', 7, 1, 2, 2)`,
    `INSERT INTO gateway_moves (provider, provider_id, kind, payment_id, amount, at)
     VALUES ('midtrans', 't1', 'received', 'w1', 7, 2)`,
    `INSERT INTO gateway_notices (provider, sha256, body, outcome, times, first_at, last_at)
     VALUES ('midtrans', 'h', '{}', 'settled', 1, 1, 1)`,
    `INSERT INTO gateway_transfers (id, book, provider, net, fee, received_on, reference, created_at)
     VALUES ('y1', 'o1', 'midtrans', 6, 1, '2026-01-31', 'GT 1', 1)`,
    `INSERT INTO payment_losses (id, book, purchase_id, amount, status, note, created_at, version)
     VALUES ('z1', 'o1', 'b1', 7, 'open', '', 1, 1)`,
    `INSERT INTO unmatched_payments (id, book, amount, received_on, reference, created_at, rest)
     VALUES ('s1', 'o1', 7, '2026-01-31', 'Setoran', 1, 7)`,
    `INSERT INTO bank_statements (id, book, bank, file_name, sha256, credits, debits, created_at)
     VALUES ('n1', 'o1', 'bca', 'mutasi.csv', 'h', 1, 0, 1)`,
    `INSERT INTO statement_lines (id, book, fingerprint, statement_id, line, received_on, amount,
       description) VALUES ('n2', 'o1', 'f', 'n1', 2, '2026-01-31', 7, 'TRSF')`,
  ],
  '0014': [
    `INSERT INTO number_series (kind, owner_id, year, last) VALUES ('rfq', 'l1', 2026, 1)`,
    `INSERT INTO companies (organization_id, legal_name, npwp, prefix, street, area_code, area_text,
       postal_code, contact_name, contact_phone, staff_limit, manager_limit, tempo_days, version)
     VALUES ('l1', 'PT Contoh', '012345678012000', 'PTC', 'Jl. 1', '32.06.34.2002', 'Desa', '46155',
       'Ratna', '628', 0, 0, 30, 1)`,
    `INSERT INTO quotations (id, code, year, n, partner_id, enterprise_id, status, requested_by,
       requested_name, street, area_code, area_text, postal_code, note, asked_at, version)
     VALUES ('q1', 'QQ11', 2026, 1, 'l1', 'u1', 'asked', 'p1', 'Euis', 'Jl. 1', '32.06.34.2002',
       'Desa', '46155', '', 1, 1)`,
    `INSERT INTO quotation_lines (quotation_id, n, title, quantity, note)
     VALUES ('q1', 1, 'Tas', 3, '')`,
  ],
  '0019': [`INSERT INTO sold_orders (order_id, day) VALUES ('r2', '2026-11-20')`],
  '0020': [
    `INSERT INTO loan_funds (id, lender_id, name, kind, funder_name, restriction, opened_on, status,
       created_at, version)
     VALUES ('lf1', 'l1', 'CSR', 'csr', 'PT Contoh', 'Perempuan', '2026-01-31', 'open', 1, 1)`,
  ],
  '0024': [
    `INSERT INTO scorecards (lender_id, version, card, note, changed_at) VALUES ('l1', 1, '{}', '', 1)`,
    `INSERT INTO approval_rules (lender_id, votes, votes_above, version) VALUES ('l1', 2, 5, 1)`,
    `INSERT INTO approval_limits (lender_id, person_id, amount, set_by, set_at)
     VALUES ('l1', 'p1', 5, 'p2', 1)`,
    `INSERT INTO ties (id, person_id, phone, relation, stated_by, stated_at)
     VALUES ('ti1', 'p1', '6281200000002', 'household', 'p1', 1)`,
  ],
  '0027': [
    `INSERT INTO loan_changes (id, lender_id, loan_id, occasion, measure, reason, loan_version, status,
       proposed_by, proposed_at, version)
     VALUES ('lc1', 'l1', 'll1', 'loan', '{"kind":"write-off"}', 'Hilang', 1, 'proposed', 'p1', 1, 1)`,
    `INSERT INTO region_pauses (id, lender_id, region_code, region_name, until, interest, reason, status,
       proposed_by, proposed_at, last_loan, paused, passed_over, version)
     VALUES ('rp1', 'l1', '32.06', 'Kab. Tasikmalaya', '2026-12-31', 'none', 'Banjir', 'proposed', 'p1',
       1, '', 0, 0, 1)`,
    `INSERT INTO region_paused_loans (pause_id, loan_id, seq) VALUES ('rp1', 'll1', 2)`,
  ],
  '0033': [
    `INSERT INTO reminder_rules (lender_id, off, version) VALUES ('l1', '["before"]', 1)`,
    `INSERT INTO sent_reminders (loan_id, due_on, step, person_id, sent_at)
     VALUES ('ll1', '2026-03-01', 'before', 'p1', 1)`,
    `INSERT INTO loan_promises (id, lender_id, loan_id, made_on, promised_on, amount, promised_by,
       recorded_by, recorded_at)
     VALUES ('pr1', 'l1', 'll1', '2026-03-02', '2026-03-05', 7, 'Euis', 'p2', 1)`,
    `INSERT INTO loan_visits (id, loan_id, visited_on, place, note, recorded_by, recorded_at)
     VALUES ('lv1', 'll1', '2026-03-02', 'Rumah', 'Usaha berjalan', 'p2', 1)`,
    `INSERT INTO officer_handovers (id, lender_id, to_id, loans, note, decided_by, decided_at)
     VALUES ('oh1', 'l1', 'p2', 1, 'Pindah tugas', 'p2', 1)`,
    `INSERT INTO handed_over_loans (handover_id, loan_id) VALUES ('oh1', 'll1')`,
  ],
  '0031': [
    `INSERT INTO consents (id, person_id, organization_id, purpose, text_version, text_shown, given_at)
     VALUES ('ps-c', 'p1', 'l1', 'payout-share', '1', 'Saya setuju', 1)`,
    `INSERT INTO payout_shares (id, loan_id, lender_id, enterprise_id, agreed_by, consent_id, rate, floor,
       ahead, agreed_at, line, waiting, taken, version)
     VALUES ('ps1', 'll1', 'l1', 'u1', 'p1', 'ps-c', 1500, 0, 0, 1, 0, 0, 0, 1)`,
  ],
  '0032': [
    `INSERT INTO loan_imports (id, lender_id, file_name, as_of, status, lines, loans, ready, differing,
       accepted, known, faulty, imported, held, principal, earned, done, read_by, created_at, version)
     VALUES ('li1', 'l1', 'lama.csv', '2026-11-22', 'previewed', 1, 1, 1, 0, 0, 0, 0, 0, 0, 5, 0, 0, 'p1',
       1, 1)`,
    `INSERT INTO loan_import_items (import_id, n, line, outcome, number, borrower, principal, earned, said)
     VALUES ('li1', 1, 2, 'ready', 'A-1', 'Siti', 5, 0, '{}')`,
    `INSERT INTO imported_loans (lender_id, old_number, loan_id, import_id)
     VALUES ('l1', 'a-1', 'll1', 'li1')`,
  ],
  '0028': [
    `INSERT INTO bank_credits (id, lender_id, statement_id, fingerprint, line, received_on, amount,
       description, status, version)
     VALUES ('bc1', 'l1', 'n1', 'f', 2, '2026-01-31', 7, 'SETORAN', 'new', 0)`,
  ],
  '0036': [
    `INSERT INTO loan_refunds (code, lender_id, number, loan_id, seq, recipient, channel, amount,
       remaining, refunded_on, recorded_by, recorded_at)
     VALUES ('F1', 'l1', 1, 'll1', 3, 'Euis', 'cash', 7, 0, '2026-02-28', 'p2', 1)`,
  ],
}
