#!/usr/bin/perl
# Talk to the program under test, with nothing but what perl-base has.
#
#   client.pl http PORT METHOD PATH [BODY [HEADER...]]   whole answer on stdout
#   client.pl fcgi SOCKET LENGTH BODY [PAUSE BODY]       a FastCGI POST that
#       announces LENGTH bytes ("-" for none), sends BODY, and after PAUSE
#       seconds the second BODY; "xN" in a body is N times the letter
use strict;
use warnings;
use IO::Socket::INET;
use IO::Socket::UNIX;

$SIG{PIPE} = 'IGNORE';
alarm 20;

sub body {
    my ($body) = @_;
    return $body =~ s/x(\d+)/'x' x $1/ger;
}

sub http {
    my ($port, $method, $path, $body, @headers) = @_;
    my $socket = IO::Socket::INET->new("127.0.0.1:$port") or exit 3;

    push @headers, 'Content-Type: application/x-www-form-urlencoded',
        'Content-Length: ' . length body($body)
        if defined $body;
    print $socket "$method $path HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        "Connection: close\r\n", (map { "$_\r\n" } @headers), "\r\n",
        defined $body ? body($body) : '';
    $socket->flush;
    print while <$socket>;
}

sub record {
    my ($type, $content) = @_;
    return pack('CCnnCC', 1, $type, 1, length $content, 0, 0) . $content;
}

sub stdin_records {
    my ($body) = @_;
    return join '', map { record(5, $_) } unpack '(a32768)*', $body;
}

sub fcgi {
    my ($path, $length, $body, $pause, $more) = @_;
    my $socket = IO::Socket::UNIX->new($path) or exit 3;
    my %variables = (
        REQUEST_METHOD => 'POST',
        PATH_INFO      => '/fcgi',
        CONTENT_TYPE   => 'application/x-www-form-urlencoded',
    );
    my ($params, $answer) = ('', '');

    $variables{CONTENT_LENGTH} = $length if $length ne '-';
    $params .= pack('CC', length $_, length $variables{$_}) . $_ . $variables{$_}
        for keys %variables;
    print $socket record(1, pack('nCx5', 1, 0)), record(4, $params),
        record(4, ''), stdin_records(body($body));
    $socket->flush;
    if (defined $pause) {
        sleep $pause;
        print $socket stdin_records(body($more));
    }
    print $socket record(5, '');
    $socket->flush;
    while (read($socket, my $head, 8) == 8) {
        my ($type, $size, $padding) = (unpack 'CCnnCC', $head)[1, 3, 4];
        my $content = '';

        read $socket, $content, $size + $padding if $size + $padding > 0;
        $answer .= substr $content, 0, $size if $type == 6;
        last if $type == 3;
    }
    print $answer;
}

my $what = shift // '';
if    ($what eq 'http') { http(@ARGV) }
elsif ($what eq 'fcgi') { fcgi(@ARGV) }
else                    { die "client.pl: http or fcgi\n" }
