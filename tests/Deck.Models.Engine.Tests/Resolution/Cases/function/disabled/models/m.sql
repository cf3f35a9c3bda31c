select {{ function('unused') }}()
