/bin/echo started
