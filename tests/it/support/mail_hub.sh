#!/bin/sh
# Sets up a mail server and a mailbox for the tests, says where, obeys until its input ends, and clears up.
# Usage: hub.sh SMTP_PORT IMAP_PORT FAR_PORT IMAPS_PORT CERTIFICATE KEY PROGRAM TOKEN_KEY
# The certificate and its key are files of PEM; the program receives what is sent to piped.example; by the key, in base64, the
# tokens of XOAUTH2 are signed.
set -eu
folder=$(mktemp -d /tmp/ascolto-hub-XXXXXX)
chmod 755 "$folder"
mkdir -p "$folder/dovecot/keys/default/HS256"
cp "$5" "$folder/dovecot/certificate.pem"
cp "$6" "$folder/dovecot/key.pem"
printf %s "$8" >"$folder/dovecot/keys/default/HS256/default"
mkdir "$folder/etc" "$folder/queue" "$folder/data" "$folder/boxes"
# The user of the pipe may not come into the folder of the build.
cp "$7" "$folder/ascolto"
chmod 755 "$folder/ascolto"
chown postfix "$folder/data"
id=$(id -u nobody)
chown nobody "$folder/boxes"
stop() {
    postfix -c "$folder/etc" stop >/dev/null 2>&1 || true
    doveadm -c "$folder/dovecot/dovecot.conf" stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap "exit 1" INT TERM
cat >"$folder/etc/main.cf" <<CF
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = hub.example
mydestination =
alias_maps =
mynetworks = 127.0.0.0/8
recipient_delimiter = +
virtual_mailbox_domains = good.example, slow.example, cuts.example, office.example
virtual_mailbox_maps = regexp:$folder/etc/boxes
virtual_mailbox_base = $folder/boxes
virtual_transport = virtual
virtual_minimum_uid = 1
virtual_uid_maps = static:$id
virtual_gid_maps = static:$(id -g nobody)
relay_domains = bounces.example, full.example, piped.example
ascolto_destination_recipient_limit = 1
transport_maps = inline:{ { bounces.example = smtp:[127.0.0.1]:$3 }, { full.example = smtp:[127.0.0.1]:$3 }, { piped.example = ascolto: } }
smtpd_reject_unlisted_recipient = no
minimal_backoff_time = 2s
queue_run_delay = 2s
local_recipient_maps =
smtpd_recipient_restrictions = check_recipient_access regexp:$folder/etc/manners, permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_client_message_rate_limit = 0
default_process_limit = 60
maillog_file = $folder/data/log
maillog_file_prefixes = $folder
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 2000
smtpd_junk_command_limit = 1000
smtputf8_enable = no
notify_classes =
CF
printf '/@office\.example$/ office/\n/./ others/\n' >"$folder/etc/boxes"
cat >"$folder/etc/far" <<CF
/@bounces\.example$/ 550 5.1.1 no such user far away
/@full\.example$/ 552 5.2.2 mailbox full
CF
cat >"$folder/etc/manners" <<CF
/@defers\.example$/ 450 4.2.0 come again later
/@refuses\.example$/ 550 5.1.1 no such user here
/@slow\.example$/ sleep 1
CF
sed -e "s/^smtp  *inet.*/127.0.0.1:$1 inet n - n - 60 smtpd/" -e '/^submission\|^smtps\|^628/d' /usr/share/postfix/master.cf.dist | sed -e 's/^\([a-z].*unix  *[n-]  *[-ny]  *\)[y-]\( .*\)/\1n\2/' >"$folder/etc/master.cf"
echo "127.0.0.1:$3 inet n - n - 20 smtpd -o smtpd_recipient_restrictions=check_recipient_access,regexp:$folder/etc/far,reject" >>"$folder/etc/master.cf"
cat >>"$folder/etc/master.cf" <<CF
ascolto unix - n n - 4 pipe
  flags=DRhu user=nobody argv=$folder/ascolto receive-report --config $folder/etc/ascolto.toml
CF
grep -q '^postlog' "$folder/etc/master.cf" || echo 'postlog unix-dgram n - n - 1 postlogd' >>"$folder/etc/master.cf"
cat >"$folder/dovecot/dovecot.conf" <<CF
base_dir = $folder/dovecot/run
log_path = $folder/dovecot/log
protocols = imap
listen = 127.0.0.1
mail_location = maildir:$folder/boxes/%n
ssl = yes
ssl_cert = <$folder/dovecot/certificate.pem
ssl_key = <$folder/dovecot/key.pem
auth_mechanisms = plain xoauth2
disable_plaintext_auth = no
default_internal_user = dovecot
default_login_user = dovenull
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = $folder/dovecot/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain
  args = password=secret
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=$folder/boxes/%n
}
service imap-login {
  inet_listener imap {
    port = $2
  }
  inet_listener imaps {
    port = $4
    ssl = yes
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
CF
cat >"$folder/dovecot/oauth2.conf" <<CF
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$folder/dovecot/keys/
username_attribute = sub
CF
postfix -c "$folder/etc" start >"$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/data/log" >&2; exit 1; }
dovecot -c "$folder/dovecot/dovecot.conf" >>"$folder/start.log" 2>&1 || { cat "$folder/start.log" >&2; exit 1; }
echo "$folder"
while read -r order; do
    case "$order" in
    flush) postqueue -c "$folder/etc" -f ;;
    esac
    echo "$order"
done
