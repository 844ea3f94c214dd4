#!/usr/bin/perl
# A CGI script as in CGI::Session::Tutorial: CGISESSID, a member's area, files as store.
use strict;
use warnings;
use CGI;
use CGI::Session;

my $cgi     = CGI->new;
my $session = CGI::Session->new('driver:File', $cgi, {Directory => $ENV{SESSIONS}});
my $path    = $cgi->path_info || '/';
my $known   = $session->param('~logged-in');

sub show {
  my $body = shift;
  my $menu = $known ? '<a id="logout" href="/logout">Log out</a>' : '<a href="/login">Members</a>';
  print $session->header(-charset => 'utf-8'), qq{<!doctype html><title>Society</title><link rel="icon" href="data:,">
<a href="/">Society</a> <a id="theme" href="/layout?columns=2">Two columns</a> $menu $body};
}

sub to { print $session->header(-status => 302, -location => shift) }

if ($path eq '/layout') {
  my $cookie = $cgi->cookie(-name => 'columns', -value => scalar $cgi->param('columns'), -expires => '+1y');
  print $cgi->redirect(-uri => '/', -cookie => $cookie);
}
elsif ($path eq '/login' && $cgi->request_method eq 'POST') {
  my ($name, $psswd) = map { scalar $cgi->param($_) } qw(lg_nick lg_psswd);
  if ($name eq $ENV{USER_NAME} && $psswd eq $ENV{USER_PASSWORD}) {
    $session->param('~profile'   => {username => $name});
    $session->param('~logged-in' => 1);
    $session->clear(['~login-trials']);
    to('/members');
  }
  else {
    $session->param('~login-trials' => ($session->param('~login-trials') // 0) + 1);
    to('/login');
  }
}
elsif ($path eq '/login') {
  show(q{<form id="login" method="post" action="/login"><input type="text" name="lg_nick"><input type="password" name="lg_psswd">
<input type="submit" value="Enter"></form>});
}
elsif ($path eq '/logout') {
  $session->clear(['~logged-in', '~profile']);
  to('/');
}
elsif ($path =~ m{^/members} && !$known) { to('/login') }
elsif ($path =~ m{^/members}) {
  return_note() if $cgi->request_method eq 'POST';
  my $notes = join '', map {"<p>$_</p>"} @{$session->param('notes') || []};
  show(qq{<h1>Members</h1>$notes<form id="note" method="post" action="/members"><input type="text" name="note"><input type="submit"></form>});
}
else { show('<h1>The society</h1>') }
$session->flush;

sub return_note {
  $session->param('notes', [@{$session->param('notes') || []}, scalar $cgi->param('note')]);
}
